import { useWords } from '../../../i18n/words.ts';
import { useMedia, useSeat } from '../../../live/seat.tsx';
import { LevelMeter } from '../../../media/device/level-meter.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import type { OwnPanel } from '../../stage/own/own-panel.ts';
import { Countdown } from './countdown.tsx';
import { estimateWords } from '../queue/estimate.tsx';
import css from './my-turn-bar.module.css';
import type { MyPlace } from '../queue/queue-panel.ts';
import type { TurnPanel } from './turn-panel.ts';
import { useTurnSignals, useTurnWarning } from './turn-signals.ts';

type Props = { turn: TurnPanel | null; place: MyPlace; own: OwnPanel; finish: (turn: number) => void; finishing: boolean };

/** Across the whole page when it is one's turn, or next. */
export function MyTurnBar({ turn, place, own, finish, finishing }: Props) {
  const mine = turn?.mine === true ? turn : null;
  const next = place.state === 'waiting' && place.place === 1;
  useTurnSignals(mine ? 'speaking' : next ? 'next' : null);
  useTurnWarning(mine?.time ?? null);
  if (mine) return <HaveFloor turn={mine} own={own} finish={finish} finishing={finishing} />;
  return next ? <NextUp place={place} own={own} /> : null;
}

function HaveFloor({ turn, own, finish, finishing }: { turn: TurnPanel; own: OwnPanel; finish: Props['finish']; finishing: boolean }) {
  const { t } = useWords();
  return (
    <section className={css.bar} data-kind="floor" data-time={turn.time} data-testid="have-floor" aria-live="polite">
      <strong className={css.title}>{turn.paused ? t('floor.haveFloorPaused') : t('floor.haveFloor')}</strong>
      <Countdown clock={turn.clock} warnMs={turn.warnMs} />
      {own.air === 'live' && <span className={css.live} data-testid="live">{t('floor.live')}</span>}
      <Button variant="plain" size="sm" busy={finishing} onClick={() => finish(turn.turn)} data-testid="finish">{t('floor.finish')}</Button>
    </section>
  );
}

function NextUp({ place, own }: { place: Extract<MyPlace, { state: 'waiting' }>; own: OwnPanel }) {
  const { t } = useWords();
  const { media } = useSeat();
  const { track, state } = useMedia(({ microphone }) => microphone);
  const when = place.estimate ? estimateWords(t, place.estimate) : '';
  return (
    <section className={css.bar} data-kind="next" data-testid="next-bar" aria-live="polite">
      <strong className={css.title}>{t('floor.nextBar', { when })}</strong>
      {track ? <LevelMeter track={track} /> : <Button size="sm" variant="plain" busy={state === 'asking'} onClick={() => void media.turnOn('microphone')}>{t('own.turnMicrophoneOn')}</Button>}
      <span className="small">{track ? t('floor.nextBarHint') : own.air === 'away' ? t('device.microphoneWhy') : null}</span>
    </section>
  );
}
