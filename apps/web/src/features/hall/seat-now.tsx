import { useEffect, useRef } from 'react';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Countdown } from '../floor/turn/countdown.tsx';
import { NamePlate } from '../member/plate.tsx';
import type { SeatPanel } from './seat-panel.ts';
import css from './seat-now.module.css';

type Props = { panel: SeatPanel; finish: (turn: number) => void; finishing: boolean };

/** What matters to somebody in the hall before everything else: whether it is their turn, and else who speaks. */
export function SeatNow({ panel, finish, finishing }: Props) {
  const { t } = useWords();
  const { mine, now } = panel;
  useBuzz(mine);
  return (
    <section className={css.now} data-mine={mine} data-testid="seat-now" aria-label={t('floor.speakingNow')}>
      <div aria-live="polite" className={css.call}>{mine !== 'none' && <Call panel={panel} />}</div>
      {now && (mine === 'speaking' || mine === 'paused') && (
        <div className={css.row}>
          <Countdown clock={now.clock} warnMs={now.warnMs} size="large" />
          <Button variant="plain" busy={finishing} onClick={() => finish(now.turn)} data-testid="finish">{t('floor.finish')}</Button>
        </div>
      )}
      {now && mine !== 'speaking' && mine !== 'paused' && (
        <div className={css.row}>
          <span className={css.who}><span className="label">{t('floor.speakingNow')}</span><NamePlate plate={now.speaker} /></span>
          <Countdown clock={now.clock} warnMs={now.warnMs} />
        </div>
      )}
      {!now && <p className="faint">{t('room.nobody')}</p>}
    </section>
  );
}

/** What to do now, and where. */
function Call({ panel: { mine, microphone } }: { panel: SeatPanel }) {
  const { t, language } = useWords();
  const title = microphone ? inLanguage(microphone, language).text : null;
  const where = title ? t('seat.speakAt', { microphone: title }) : t('seat.microphoneComes');
  switch (mine) {
    case 'speaking': return <><strong>{t('floor.haveFloor')}</strong> <span>{where}</span></>;
    case 'paused': return <strong>{t('floor.haveFloorPaused')}</strong>;
    case 'interrupted': return <><strong>{t('seat.interrupted')}</strong> <span>{t('seat.interruptedText')}</span></>;
    case 'called': return <><strong>{t('floor.yourPlaceNext')}</strong> <span>{where}</span></>;
    case 'none': return null;
  }
}

/** A telephone in a pocket says by a buzz that its owner is called: it never makes a sound. */
function useBuzz(mine: SeatPanel['mine']): void {
  const before = useRef(mine);
  useEffect(() => {
    const changed = before.current !== mine;
    before.current = mine;
    if (!changed || (mine !== 'called' && mine !== 'speaking')) return;
    // Absent on some devices, whatever the types say.
    (navigator as { vibrate?: (pattern: number[]) => boolean }).vibrate?.(mine === 'called' ? [120, 80, 120] : [250]);
  }, [mine]);
}
