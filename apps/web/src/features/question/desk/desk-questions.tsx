import { type ReactNode, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import type { Say } from '../../../live/live-client.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { useFirstRows } from '../../floor/queue/first-rows.tsx';
import { OrderChoice } from '../order-choice.tsx';
import { type QuestionOrder, questionPanel, type QuestionRow } from '../question-panel.ts';
import css from '../question.module.css';
import { Rewrite } from '../rewrite.tsx';
import { Said } from '../said.tsx';
import { Merge } from './merge.tsx';
import { QuestionActs, type Wanted } from './question-acts.tsx';
import { Similar } from './similar.tsx';
import { Write } from './write.tsx';

type Props = { view: RoomView; say: Say; /** The room is open. */ live: boolean };

/** Questions as the moderators deal with them: what waits to be read first. */
export function DeskQuestions({ view, say, live }: Props) {
  const { t } = useWords();
  const [order, setOrder] = useState<QuestionOrder>('votes');
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const { unread, open, later, answered } = questionPanel(view, order);
  const waiting = unread.filter(({ status }) => status === 'pending');
  const close = () => setWanted(null);
  const list = { open, say, live, want: setWanted };
  return (
    <div className={css.questions} data-testid="questions">
      {waiting.length + open.length + later.length + answered.length === 0 && <p className="faint">{t('desk.noQuestions')}</p>}
      <Group title={t('desk.pendingList')} rows={waiting} {...list} />
      <Group title={t('desk.approvedList')} rows={open} {...list} beside={open.length > 2 && <OrderChoice order={order} choose={setOrder} />} />
      <Group title={t('question.laterList')} rows={later} {...list} />
      <Group title={t('question.answeredList')} rows={answered} {...list} />
      {wanted?.what === 'merge' && <Merge row={wanted.row} open={open} say={say} close={close} />}
      {wanted?.what === 'edit' && <Rewrite row={wanted.row} say={say} close={close} />}
      {(wanted?.what === 'decline' || wanted?.what === 'answer') && <Write row={wanted.row} what={wanted.what} say={say} close={close} />}
    </div>
  );
}

type GroupProps = Omit<Props, 'view'> & { title: string; rows: readonly QuestionRow[]; open: readonly QuestionRow[]; want: (wanted: Wanted) => void; beside?: ReactNode };

function Group({ title, rows, open, say, live, want, beside }: GroupProps) {
  const { shown, rest } = useFirstRows(rows);
  if (rows.length === 0) return null;
  return (
    <section>
      <header className={css.head}><h2 className="label">{title} {rows.length}</h2>{beside}</header>
      <ul>
        {shown.map((row) => (
          <li key={row.questionId} className={css.question} data-question={row.questionId} data-status={row.status}>
            <div className={css.said}>
              <Said row={row} counted={row.status !== 'pending'} />
              {live && row.status === 'pending' && <Similar row={row} open={open} say={say} />}
              {live && <QuestionActs row={row} say={say} want={(what) => want({ row, what })} />}
            </div>
          </li>
        ))}
      </ul>
      {rest}
    </section>
  );
}
