import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { Local } from '../../ui/name.tsx';
import { useFirstRows } from '../floor/queue/first-rows.tsx';
import { type ActionRow, actionPanel } from './action-panel.ts';
import css from './action.module.css';
import { asDay } from './day.ts';

type Props = { view: RoomView; /** What can be done with one. */ acts?: (row: ActionRow) => ReactNode };

/** What was agreed, as on a board that everybody sees. */
export default function Actions({ view, acts }: Props) {
  const { t } = useWords();
  const { tasks, decisions } = actionPanel(view);
  return (
    <div className={css.actions} data-testid="actions">
      {tasks.length + decisions.length === 0 && <p className="faint">{t('action.none')}</p>}
      <List title={t('action.tasks')} rows={tasks} acts={acts} />
      <List title={t('action.decisions')} rows={decisions} acts={acts} />
    </div>
  );
}

function List({ title, rows, acts }: { title: string; rows: readonly ActionRow[]; acts: Props['acts'] }) {
  const { t } = useWords();
  const { shown, rest } = useFirstRows(rows);
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className="label">{title}</h3>
      <ul>
        {shown.map((row) => (
          <li key={row.actionId} className={css.action} data-action={row.kind}>
            <p className={css.what}>{row.what === null ? t('question.removed') : <bdi>{row.what}</bdi>}</p>
            <Terms row={row} />
            {acts?.(row)}
          </li>
        ))}
      </ul>
      {rest}
    </section>
  );
}

/** Who, and until when. */
function Terms({ row: { who, organisation, others, by } }: { row: ActionRow }) {
  const { t, language } = useWords();
  const named: [string, ReactNode][] = [
    ...who.map(({ participantId, name }): [string, ReactNode] => [participantId, Object.keys(name).length > 0 ? <Local of={name} /> : t('people.unnamed')]),
    ...(organisation ? [['organisation', <Local key="organisation" of={organisation} />] as [string, ReactNode]] : []),
    ...(others === null ? [] : [['others', <bdi key="others">{others}</bdi>] as [string, ReactNode]]),
  ];
  if (named.length === 0 && by === null) return null;
  return (
    <p className={css.who}>
      {named.map(([key, name], n) => <strong key={key}>{n > 0 && t('action.and')}{name}</strong>)}
      {named.length > 0 && by !== null && ' · '}
      {by !== null && <time dateTime={by}>{t('action.byDay', { day: asDay(by, language) })}</time>}
    </p>
  );
}
