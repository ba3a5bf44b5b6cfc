import type { ReactNode } from 'react';
import { asCountdown } from '../../../../i18n/times.ts';
import { useWords } from '../../../../i18n/words.ts';
import { useLive, useMedia, useSeat } from '../../../../live/seat.tsx';
import { LevelMeter } from '../../../../media/device/level-meter.tsx';
import { Button } from '../../../../ui/controls/button.tsx';
import { Local } from '../../../../ui/name.tsx';
import { Name } from '../../../member/plate.tsx';
import type { OwnPanel } from '../../../stage/own/own-panel.ts';
import { estimateWords } from '../../queue/estimate.tsx';
import { laneWording } from '../../queue/lane-words.ts';
import { Countdown } from '../countdown.tsx';
import css from './my-turn-bar.module.css';
import type { MyTurn } from './my-turn.ts';
import { PassOn } from './pass-on.tsx';
import type { TurnCommands } from './turn-commands.ts';
import type { TurnPanel } from '../turn-panel.ts';
import { useTurnSignals, useTurnWarning } from './turn-signals.ts';

type Props = { mine: MyTurn | null; own: OwnPanel; commands: TurnCommands; finishing: boolean };

/** Across the whole page when the floor asks something of this person. */
export function MyTurnBar({ mine, own, commands, finishing }: Props) {
  const speaks = mine?.state === 'speaking' ? mine.turn : null;
  useTurnSignals(speaks ? 'speaking' : mine?.state === 'next' ? 'next' : null);
  useTurnWarning(speaks?.interpreter === null ? speaks.time : null);
  switch (mine?.state) {
    case 'speaking': return <HaveFloor mine={mine} own={own} commands={commands} finishing={finishing} />;
    case 'interrupted': return <Interrupted mine={mine} />;
    case 'interpreting': return <Interpreting turn={mine.turn} own={own} commands={commands} />;
    case 'may-interpret': return <MayInterpret turn={mine.turn} commands={commands} />;
    case 'open-stage': return <OpenStage own={own} />;
    case 'next': return <NextUp mine={mine} own={own} />;
    case undefined: return null;
  }
}

type Of<State extends MyTurn['state']> = Extract<MyTurn, { state: State }>;

function HaveFloor({ mine: { turn, passing }, own, commands, finishing }: { mine: Of<'speaking'>; own: OwnPanel; commands: TurnCommands; finishing: boolean }) {
  const { t } = useWords();
  const title = turn.interpreter ? t('floor.isInterpreted') : turn.paused ? t('floor.haveFloorPaused') : t('floor.haveFloor');
  return (
    <section className={css.bar} data-kind="floor" data-time={turn.interpreter ? 'plenty' : turn.time} data-testid="have-floor">
      <strong className={css.title} role="status">{title}{turn.lane !== 'normal' && <span className={css.lane}>{t(laneWording[turn.lane])}</span>}</strong>
      <Countdown clock={turn.clock} warnMs={turn.warnMs} />
      {own.air === 'live' && <span className={css.live} data-testid="live">{t('floor.live')}</span>}
      {turn.microphone && <span className={css.told} role="status" data-testid="hall-microphone">{t('floor.throughHall')} <strong><Local of={turn.microphone} /></strong></span>}
      <SoftClosing turn={turn} />
      {passing.nominee && <span className={css.told} role="status" data-testid="nominee">{t('floor.youNamed')} <strong><Name plate={passing.nominee} /></strong></span>}
      <span className={css.acts}>
        {turn.interpreter && <Button variant="plain" size="sm" onClick={() => commands.interpret(null)} data-testid="go-on">{t('floor.speakOn')}</Button>}
        <PassOn passing={passing} commands={commands} />
        <Button variant="plain" size="sm" busy={finishing} onClick={commands.finish} data-testid="finish">{t('floor.finish')}</Button>
      </span>
    </section>
  );
}

/** What is going to happen to the sound, before it does. */
function SoftClosing({ turn: { softClose } }: { turn: TurnPanel }) {
  const { t } = useWords();
  if (!softClose) return null;
  const fades = softClose.fadesInMs > 0;
  const seconds = Math.ceil((fades ? softClose.fadesInMs : softClose.endsInMs) / 1_000);
  return (
    <strong className={css.closing} data-testid="soft-close">
      <span aria-hidden>{t(fades ? 'floor.fadesIn' : 'floor.endsIn', { seconds })}</span>
      <span className="sr" role="alert">{t(fades ? 'floor.willFade' : 'floor.fading')}</span>
    </strong>
  );
}

function Interrupted({ mine: { by, restMs } }: { mine: Of<'interrupted'> }) {
  const { t } = useWords();
  return (
    <section className={css.bar} data-kind="interrupted" data-testid="interrupted">
      <strong className={css.title} role="status">{t('floor.interrupted', { time: asCountdown(restMs) })}</strong>
      <span className={css.told}><Name plate={by} /> · {t('floor.interruptedText')}</span>
    </section>
  );
}

function Interpreting({ turn, own, commands }: { turn: TurnPanel; own: OwnPanel; commands: TurnCommands }) {
  const { t } = useWords();
  return (
    <section className={css.bar} data-kind="floor" data-time={turn.time} data-testid="interpreting">
      <strong className={css.title} role="status">{t(turn.paused ? 'floor.haveFloorPaused' : 'floor.youInterpret')}</strong>
      <span className={css.told}><Name plate={turn.plate} /></span>
      <Countdown clock={turn.clock} warnMs={turn.warnMs} />
      {own.air === 'live' && <span className={css.live} data-testid="live">{t('floor.live')}</span>}
      <span className={css.acts}><Button variant="plain" size="sm" onClick={() => commands.interpret(null)} data-testid="hand-back">{t('floor.handBack')}</Button></span>
    </section>
  );
}

function MayInterpret({ turn, commands }: { turn: TurnPanel; commands: TurnCommands }) {
  const { t } = useWords();
  const me = useLive((state) => state.me?.participantId ?? null);
  return (
    <section className={css.bar} data-kind="next" data-testid="may-interpret">
      <strong className={css.title} role="status">{t('floor.mayInterpret')}</strong>
      <span className={css.told}><Name plate={turn.plate} /></span>
      <span className={css.acts}><Button size="sm" onClick={() => commands.interpret(me)} data-testid="take-over">{t('floor.takeOver')}</Button></span>
    </section>
  );
}

function OpenStage({ own }: { own: OwnPanel }) {
  const { t } = useWords();
  const live = own.air === 'live';
  return (
    <section className={css.bar} data-kind="floor" data-testid="open-stage">
      <strong className={css.title} role="status">{t('floor.openStage')}</strong>
      {live && own.unheard === null && <span className={css.live} data-testid="live">{t('floor.live')}</span>}
      <span className={css.told}>{t(live && own.unheard === null ? 'floor.liveHint' : 'floor.openStageText')}</span>
    </section>
  );
}

function NextUp({ mine: { estimate }, own }: { mine: Of<'next'>; own: OwnPanel }) {
  const { t } = useWords();
  const { media } = useSeat();
  const { track, state } = useMedia(({ microphone }) => microphone);
  const words: ReactNode = estimate ? t('floor.nextBar', { when: estimateWords(t, estimate) }) : t('floor.yourPlaceNext');
  return (
    <section className={css.bar} data-kind="next" data-testid="next-bar" aria-live="polite">
      <strong className={css.title}>{words}</strong>
      {track ? <LevelMeter track={track} /> : <Button size="sm" variant="plain" busy={state === 'asking'} onClick={() => void media.turnOn('microphone')}>{t('own.turnMicrophoneOn')}</Button>}
      <span className="small">{track ? t('floor.nextBarHint') : own.air === 'away' ? t('device.microphoneWhy') : null}</span>
    </section>
  );
}
