import { useWords } from '../../../i18n/words.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { EntryMarks } from '../../floor/queue/entry-marks.tsx';
import { useFirstRows } from '../../floor/queue/first-rows.tsx';
import type { QueueRow } from '../../floor/queue/queue-panel.ts';
import { reasonWords } from '../../floor/queue/reason-words.ts';
import { NamePlate } from '../../member/plate.tsx';
import css from './panel.module.css';

/** The list of speakers as it was served at this second, and why in that order. */
export function Waiting({ rows, room, open }: { rows: readonly QueueRow[]; room: RoomView['room']; open: boolean }) {
  const { t, language } = useWords();
  const { shown, rest } = useFirstRows(rows);
  return (
    <section className={css.part} data-testid="now-queue">
      <h3 className="label">{t('replay.queue')}</h3>
      {rows.length === 0 && <p className="faint">{t('floor.emptyQueue')}</p>}
      <ol className={css.waiting}>
        {shown.map((row) => (
          <li key={row.entryId} data-entry={row.entryId}>
            <span className={css.place}>{row.place}</span>
            <span className={css.who}>
              <NamePlate plate={row.plate} />
              <EntryMarks row={row} />
              <span className={css.why}>{row.reasons.map((reason) => reasonWords(reason, { t, room, language })).join(' ')}</span>
            </span>
          </li>
        ))}
      </ol>
      {rest}
      {!open && <p className="small">{t('floor.listClosed')}</p>}
    </section>
  );
}
