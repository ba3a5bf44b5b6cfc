import type { Ack, CommandOf, QuestionId } from '@yaji/contracts';
import { useDeferredValue } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Switch, TextArea } from '../../ui/controls/field.tsx';
import { tell } from '../../ui/dialog/notices.tsx';
import { Across } from './across.tsx';
import { type AlikeRow, useAlike } from './alike.ts';
import { useDraft, write } from './draft.ts';
import type { QuestionPanel } from './question-panel.ts';
import css from './question.module.css';

type Upvote = (questionId: QuestionId) => void;
type Props = { panel: QuestionPanel; ask: (data: CommandOf<'question.ask'>['data']) => Promise<Ack | null>; upvote: Upvote };
/** Fewer letters are like everything. */
const enough = 6;

export function AskForm({ panel, ask, upvote }: Props) {
  const { t } = useWords();
  const { text, anonymous } = useDraft();
  const settled = useDeferredValue(text.trim());
  const alike = useAlike(panel.open, settled.length < enough ? '' : settled);
  const send = async () => {
    const written = text.trim();
    if (written === '') return;
    const ack = await ask({ text: written, anonymous: anonymous && panel.anonymousAllowed });
    // A refused question stays in the box.
    if (!ack?.ok) return;
    write({ text: '' });
    tell({ text: t('question.sent'), tone: 'plain' });
  };
  return (
    <form className={css.ask} onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <TextArea label={t('question.write')} hint={panel.tooMany ? t('question.tooMany') : t('question.moderated')} rows={2} maxLength={1_000} value={text} data-testid="question-text"
        onChange={(event) => write({ text: event.currentTarget.value })}
        onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(); }} />
      {alike.length > 0 && <Alike rows={alike} upvote={upvote} />}
      <div className={css.askActs}>
        {panel.anonymousAllowed && <Switch checked={anonymous} onChange={(checked) => write({ anonymous: checked })} label={t('question.anonymous')} title={t('question.anonymousHint')} testid="question-anonymous" />}
        <Button submit size="sm" busy={panel.asking} disabled={text.trim() === '' || panel.tooMany} data-testid="question-send">{t('question.send')}</Button>
      </div>
    </form>
  );
}

/** It may have been asked already: a vote says more than the same words again. */
function Alike({ rows, upvote }: { rows: readonly AlikeRow[]; upvote: Upvote }) {
  const { t } = useWords();
  const voteFor = (questionId: QuestionId) => {
    upvote(questionId);
    write({ text: '' });
    tell({ text: t('question.voted'), tone: 'plain' });
  };
  return (
    <section className={css.alike} aria-label={t('question.alike')} data-testid="question-alike">
      <h3 className="label">{t('question.alike')}</h3>
      <ul>
        {rows.map(({ row: { questionId, text, vote, votes }, across }) => (
          <li key={questionId}>
            <bdi>{text}</bdi> <span className="faint small figures">{t('question.votes', { count: votes })}</span> <Across across={across} />
            {vote === 'may' && <Button size="sm" variant="light" onClick={() => voteFor(questionId)} data-testid="vote-instead">{t('question.upvote')}</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
}
