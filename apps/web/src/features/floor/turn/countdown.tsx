import type { DeepReadonly } from '@yaji/kit';
import { type Clock, remainingMs } from '@yaji/salon';
import { asCountdown } from '../../../i18n/times.ts';
import { useWords } from '../../../i18n/words.ts';
import { useServerNow } from '../../../live/seat.tsx';
import css from './countdown.module.css';
import { timeOfTurn } from './turn-panel.ts';

type Props = { clock: DeepReadonly<Clock>; warnMs: number; size?: 'line' | 'large' };

/** Drawn from the clock as the room tells it: nobody sends ticks. */
export function Countdown({ clock, warnMs, size = 'line' }: Props) {
  const { t } = useWords();
  const now = useServerNow(clock.runningSince === null ? 60_000 : 200);
  const left = remainingMs(clock, now);
  const part = clock.allottedMs > 0 ? Math.max(0, Math.min(1, left / clock.allottedMs)) : 0;
  const text = asCountdown(left);
  return (
    <span className={css.countdown} data-size={size} data-time={timeOfTurn(clock, now, warnMs)} data-paused={clock.runningSince === null} data-testid="countdown">
      <span className={css.figures} role="timer">{left < 0 ? t('time.over', { time: text }) : size === 'large' ? text : t('time.left', { time: text })}</span>
      <span className={css.bar} aria-hidden style={{ '--part': part } as React.CSSProperties} />
    </span>
  );
}
