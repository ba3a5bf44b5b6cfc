import { IconArrowBigUp } from '@tabler/icons-react';
import type { QuestionId } from '@yaji/contracts';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import type { Say } from '../../live/live-client.ts';
import { Button } from '../../ui/controls/button.tsx';
import { useFirstRows } from '../floor/queue/first-rows.tsx';
import { AskForm } from './ask.tsx';
import { OrderChoice } from './order-choice.tsx';
import { type QuestionOrder, questionPanel, type QuestionRow } from './question-panel.ts';
import css from './question.module.css';
import { Rewrite } from './rewrite.tsx';
import { Said } from './said.tsx';

/** What people ask: one's own first, then what is open, most wanted first unless one chooses otherwise. */
export function QuestionsView({ view, say }: { view: RoomView; say: Say }) {
  const { t } = useWords();
  const [order, setOrder] = useState<QuestionOrder>('votes');
  const [rewriting, setRewriting] = useState<QuestionRow | null>(null);
  const panel = questionPanel(view, order);
  const { open, answered, later, unread, mayAsk } = panel;
  const mine = unread.filter((one) => one.mine);
  const acts: Acts = { upvote: (questionId) => void say('question.upvote', { questionId }), rewrite: setRewriting };
  return (
    <div className={css.questions} data-testid="questions">
      {mayAsk && <AskForm panel={panel} ask={(data) => say('question.ask', data)} upvote={acts.upvote} />}
      {open.length + answered.length + later.length + mine.length === 0 && <p className="faint">{t('question.none')}</p>}
      {mine.length > 0 && <List title={t('question.mine')} rows={mine} acts={acts} />}
      {open.length > 0 && <List title={t('question.open')} rows={open} acts={acts} beside={open.length > 2 && <OrderChoice order={order} choose={setOrder} />} />}
      {later.length > 0 && <List title={t('question.laterList')} rows={later} acts={acts} />}
      {answered.length > 0 && <List title={t('question.answeredList')} rows={answered} acts={acts} />}
      {rewriting && <Rewrite row={rewriting} say={say} close={() => setRewriting(null)} />}
    </div>
  );
}

type Acts = { upvote: (questionId: QuestionId) => void; rewrite: (row: QuestionRow) => void };

function List({ title, rows, acts, beside }: { title: string; rows: readonly QuestionRow[]; acts: Acts; beside?: ReactNode }) {
  const { t } = useWords();
  const { shown, rest } = useFirstRows(rows);
  return (
    <section>
      <header className={css.head}><h2 className="label">{title}</h2>{beside}</header>
      <ul>
        {shown.map((row) => (
          <li key={row.questionId} className={css.question} data-question={row.questionId} data-status={row.status}>
            <Vote row={row} upvote={acts.upvote} />
            <div className={css.said}>
              <Said row={row} />
              {row.mine && row.mayEdit && row.status === 'pending' && <p className={css.acts}><Button size="sm" variant="quiet" onClick={() => acts.rewrite(row)} data-testid="question-edit">{t('question.edit')}</Button></p>}
            </div>
          </li>
        ))}
      </ul>
      {rest}
    </section>
  );
}

function Vote({ row: { questionId, vote, votes, status }, upvote }: { row: QuestionRow; upvote: Acts['upvote'] }) {
  const { t } = useWords();
  if (status === 'pending' || status === 'declined' || status === 'merged') return null;
  const words = t('question.votes', { count: votes });
  if (vote === 'none') return <span className={css.votes} title={words}><IconArrowBigUp size={18} aria-hidden /><span aria-hidden>{votes}</span><span className="sr">{words}</span></span>;
  return (
    <button type="button" className={css.votes} data-vote={vote} disabled={vote !== 'may'} aria-label={`${vote === 'may' ? t('question.upvote') : t('question.voted')}, ${words}`}
      title={vote === 'may' ? t('question.upvote') : t('question.voted')} onClick={() => upvote(questionId)} data-testid="upvote">
      <IconArrowBigUp size={18} aria-hidden /><span aria-hidden>{votes}</span>
    </button>
  );
}
