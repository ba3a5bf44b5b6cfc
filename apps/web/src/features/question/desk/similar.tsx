import { useWords } from '../../../i18n/words.ts';
import type { Say } from '../../../live/live-client.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Across } from '../across.tsx';
import { useAlike } from '../alike.ts';
import type { QuestionRow } from '../question-panel.ts';
import css from '../question.module.css';

/** What waits may have been asked before: one click merges it. */
export function Similar({ row: { questionId, text, busy }, open, say }: { row: QuestionRow; open: readonly QuestionRow[]; say: Say }) {
  const { t } = useWords();
  const alike = useAlike(open, text ?? '', questionId);
  if (alike.length === 0) return null;
  return (
    <div className={css.alike} data-testid="similar">
      <p className="label">{t('desk.similar')}</p>
      <ul>
        {alike.map(({ row: other, across }) => (
          <li key={other.questionId}>
            <bdi>{other.text}</bdi> <span className="faint small figures">{t('question.votes', { count: other.votes })}</span> <Across across={across} />
            <Button size="sm" variant="light" disabled={busy} onClick={() => void say('question.merge', { questionId, into: other.questionId })} data-testid="merge-into">{t('desk.mergeInto')}</Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
