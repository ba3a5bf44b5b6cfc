import type { Ack, CommandOf } from '@yaji/contracts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Switch, TextArea } from '../../ui/controls/field.tsx';
import { tell } from '../../ui/dialog/notices.tsx';
import { useDraft, write } from './draft.ts';
import type { QuestionPanel } from './question-panel.ts';
import css from './question.module.css';

type Props = { panel: QuestionPanel; ask: (data: CommandOf<'question.ask'>['data']) => Promise<Ack | null> };

export function AskForm({ panel, ask }: Props) {
  const { t } = useWords();
  const { text, anonymous } = useDraft();
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
      <div className={css.askActs}>
        {panel.anonymousAllowed && <Switch checked={anonymous} onChange={(checked) => write({ anonymous: checked })} label={t('question.anonymous')} title={t('question.anonymousHint')} testid="question-anonymous" />}
        <Button submit size="sm" busy={panel.asking} disabled={text.trim() === '' || panel.tooMany} data-testid="question-send">{t('question.send')}</Button>
      </div>
    </form>
  );
}
