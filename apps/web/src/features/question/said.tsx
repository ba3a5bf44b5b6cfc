import { useWords } from '../../i18n/words.ts';
import { Moment } from '../../ui/moment.tsx';
import { Local } from '../../ui/name.tsx';
import { Name } from '../member/plate.tsx';
import type { QuestionRow } from './question-panel.ts';
import css from './question.module.css';

/** What was asked, by whom, and what came of it. */
export function Said({ row, counted = false }: { row: QuestionRow; /** With its votes. */ counted?: boolean }) {
  const { t } = useWords();
  const { text, answer, now, edits, merged } = row;
  return (
    <div className={css.said}>
      {now && <p className={css.now} data-testid="question-now">{t('question.now')}</p>}
      <p>{text === null ? <span className="faint">{t('question.removed')}</span> : <bdi>{text}</bdi>}</p>
      <About row={row} counted={counted} />
      {merged && <p className="faint small">{merged.text === null ? t('question.mergedAway') : t('question.merged', { text: merged.text })}</p>}
      {edits.length > 0 && <Edits edits={edits} />}
      {answer?.text && <p className={css.answer}><span className="label">{t('question.answered')}</span> <bdi>{answer.text}</bdi></p>}
    </div>
  );
}

/** By whom, on what, and how it stands. */
function About({ row: { asker, topic, status, declineReason, answer, votes }, counted }: { row: QuestionRow; counted: boolean }) {
  const { t } = useWords();
  const stands = { pending: t('question.pending'), declined: declineReason === null ? null : t('question.declined', { reason: declineReason }), later: t('question.later'), approved: null, merged: null, answered: null, done: null }[status];
  return (
    <p className="faint small">
      {counted && <span className="figures">{t('question.votes', { count: votes })} · </span>}
      {asker ? <Name plate={asker} /> : t('question.someone')}
      {topic && <> · <Local of={topic} /></>}
      {stands && <> · {stands}</>}
      {answer?.how === 'live' && <> · {t('question.answeredLive')}</>}
    </p>
  );
}

/** The earlier wordings, for who wants to see them. */
function Edits({ edits }: Pick<QuestionRow, 'edits'>) {
  const { t } = useWords();
  return (
    <details className={css.edits} data-testid="question-edits">
      <summary>{t('question.edited')}</summary>
      <ol>{edits.map(({ at, by, before }) => <li key={at}><Moment at={at} />{by && <> · <Name plate={by} /></>}: {before === null ? t('question.removed') : <s><bdi>{before}</bdi></s>}</li>)}</ol>
    </details>
  );
}
