import type { DeepReadonly } from '@yaji/kit';
import { type Clock, remainingMs } from '@yaji/salon';
import { asClock, asCountdown } from '../../../i18n/times.ts';
import { useWords } from '../../../i18n/words.ts';
import { useServerNow } from '../../../live/seat.tsx';
import { timeOfTurn } from '../../floor/turn/turn-panel.ts';
import css from './ring.module.css';

const radius = 44;
const around = 2 * Math.PI * radius;

/** The time that is left, as a figure and as an arc that is read before the figure is. Drawn from the clock as the room tells it. */
export function Ring({ clock, warnMs }: { clock: DeepReadonly<Clock>; warnMs: number }) {
  const { t } = useWords();
  const paused = clock.runningSince === null;
  const now = useServerNow(paused ? 60_000 : 200);
  const left = remainingMs(clock, now);
  const part = left < 0 ? 1 : clock.allottedMs > 0 ? Math.min(1, left / clock.allottedMs) : 0;
  return (
    <div className={css.ring} data-time={timeOfTurn(clock, now, warnMs)} data-paused={paused} data-testid="countdown">
      <svg viewBox="0 0 100 100" aria-hidden>
        <circle cx="50" cy="50" r={radius} className={css.track} />
        <circle cx="50" cy="50" r={radius} className={css.arc} strokeDasharray={`${part * around} ${around}`} />
      </svg>
      <span className={css.figures} role="timer" aria-label={left < 0 ? t('time.over', { time: asClock(left) }) : t('time.left', { time: asCountdown(left) })}>
        {asCountdown(left)}
        {(left < 0 || paused) && <span className={css.word}>{t(paused ? 'room.paused' : 'hall.over')}</span>}
      </span>
    </div>
  );
}
