import type { Reason } from '@yaji/salon';
import { asClock } from '../../../../i18n/times.ts';
import { useWords } from '../../../../i18n/words.ts';
import { useLive } from '../../../../live/seat.tsx';
import css from '../queue.module.css';
import { reasonWords } from '../reason-words.ts';

/** Every reason for a place, strongest first, and how its time was guessed. */
export default function Reasons({ reasons, ahead, limitMs }: { reasons: readonly Reason[]; ahead: number; limitMs: number }) {
  const { t, language } = useWords();
  const room = useLive(({ held }) => held?.room);
  return room && (
    <ul className={css.why} data-testid="reasons">
      {reasons.map((reason) => <li key={`${reason.why} ${'over' in reason ? reason.over : ''}`}>{reasonWords(reason, { t, room, language })}</li>)}
      {ahead > 0 && <li>{t('floor.ahead', { count: ahead })}</li>}
      <li>{t('floor.whyEstimate', { limit: asClock(limitMs) })}</li>
    </ul>
  );
}
