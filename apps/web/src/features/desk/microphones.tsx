import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Local } from '../../ui/name.tsx';
import { Name } from '../member/plate.tsx';
import type { DeskCommands } from './commands.ts';
import type { HallMicrophone } from './giving.ts';
import css from './microphones.module.css';

/** Who stands at which microphone of the hall; the floor goes there with one press. */
export function HallMicrophones({ microphones, commands, busy }: { microphones: readonly HallMicrophone[]; commands: DeskCommands; busy: boolean }) {
  const { t } = useWords();
  if (microphones.length === 0) return null;
  return (
    <section className={css.hall} data-testid="hall-microphones">
      <h2 className="label">{t('desk.hallMicrophones')}</h2>
      <ul className={css.rows}>
        {microphones.map(({ microphoneId, title, holder, plugged, speaks }) => (
          <li key={microphoneId} className={css.row} data-microphone={microphoneId} data-speaks={speaks}>
            <span className={css.who}>
              <strong><Local of={title} /></strong>
              <span className="faint small">{holder ? <Name plate={holder} /> : t('desk.heldByNobody')}{!plugged && <> · <span className={css.silent}>{t('desk.notPlugged')}</span></>}</span>
            </span>
            {speaks ? <span className={css.speaks}>{t('desk.hasFloorHere')}</span>
              : holder && <Button size="sm" variant="quiet" disabled={busy} onClick={() => commands.give(holder.participantId, { microphone: microphoneId })}>{t('desk.giveFloor')}</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
}
