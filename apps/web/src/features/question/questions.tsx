import { IconArrowBigUp } from '@tabler/icons-react';
import type { QuestionId } from '@yaji/contracts';
import { useWords } from '../../i18n/words.ts';
import { Name } from '../member/plate.tsx';
import { AskForm } from './ask.tsx';
import type { QuestionPanel, QuestionRow } from './question-panel.ts';
import css from './question.module.css';

type Props = { panel: QuestionPanel; ask: Parameters<typeof AskForm>[0]['ask']; upvote: (questionId: QuestionId) => void };

export function QuestionsView({ panel, ask, upvote }: Props) {
  const { t } = useWords();
  const { open, answered, unread, mayAsk } = panel;
  const mine = unread.filter((one) => one.mine);
  return (
    <div className={css.questions} data-testid="questions">
      {mayAsk && <AskForm panel={panel} ask={ask} />}
      {open.length + answered.length + mine.length === 0 && <p className="faint">{t('question.none')}</p>}
      {mine.length > 0 && <List title={t('question.mine')} rows={mine} upvote={upvote} />}
      {open.length > 0 && <List title={t('question.open')} rows={open} upvote={upvote} />}
      {answered.length > 0 && <List title={t('question.answeredList')} rows={answered} upvote={upvote} />}
    </div>
  );
}

function List({ title, rows, upvote }: { title: string; rows: readonly QuestionRow[]; upvote: Props['upvote'] }) {
  return (
    <section>
      <h2 className="label">{title}</h2>
      <ul>{rows.map((row) => <li key={row.questionId} className={css.question} data-question={row.questionId} data-status={row.status}><Vote row={row} upvote={upvote} /><Said row={row} /></li>)}</ul>
    </section>
  );
}

function Vote({ row: { questionId, vote, votes, status }, upvote }: { row: QuestionRow; upvote: Props['upvote'] }) {
  const { t } = useWords();
  if (status === 'pending' || status === 'declined') return null;
  const words = t('question.votes', { count: votes });
  if (vote === 'none') return <span className={css.votes} title={words}><IconArrowBigUp size={18} aria-hidden /><span aria-hidden>{votes}</span><span className="sr">{words}</span></span>;
  return (
    <button type="button" className={css.votes} data-vote={vote} disabled={vote !== 'may'} aria-label={`${vote === 'may' ? t('question.upvote') : t('question.voted')}, ${words}`}
      title={vote === 'may' ? t('question.upvote') : t('question.voted')} onClick={() => upvote(questionId)} data-testid="upvote">
      <IconArrowBigUp size={18} aria-hidden /><span aria-hidden>{votes}</span>
    </button>
  );
}

/** What was asked, by whom, and what came of it. */
export function Said({ row: { text, asker, status, declineReason, answer } }: { row: QuestionRow }) {
  const { t } = useWords();
  return (
    <div className={css.said}>
      <p>{text === null ? <span className="faint">{t('question.removed')}</span> : <bdi>{text}</bdi>}</p>
      <p className="faint small">
        {asker ? <Name plate={asker} /> : t('question.someone')}
        {status === 'pending' && <> · {t('question.pending')}</>}
        {status === 'declined' && declineReason !== null && <> · {t('question.declined', { reason: declineReason })}</>}
        {answer?.how === 'live' && <> · {t('question.answeredLive')}</>}
      </p>
      {answer?.text && <p className={css.answer}><span className="label">{t('question.answered')}</span> <bdi>{answer.text}</bdi></p>}
    </div>
  );
}
