import { useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { Say } from '../../live/live-client.ts';
import { Button } from '../../ui/controls/button.tsx';
import { TextArea } from '../../ui/controls/field.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import type { QuestionRow } from './question-panel.ts';
import css from './question.module.css';

/** Another wording; the one before stays to be read. A refused one stays in the box. */
export function Rewrite({ row: { questionId, text }, say, close }: { row: QuestionRow; say: Say; close: () => void }) {
  const { t } = useWords();
  const [written, setWritten] = useState(text ?? '');
  const unchanged = written.trim() === '' || written.trim() === text;
  const send = async () => {
    const ack = await say('question.edit', { questionId, text: written.trim() });
    if (ack?.ok) close();
  };
  return (
    <Dialog title={t('question.edit')} onClose={close}>
      <TextArea label={t('question.write')} hint={t('question.editHint')} rows={4} maxLength={1_000} value={written} onChange={(event) => setWritten(event.currentTarget.value)} data-testid="rewrite-text" />
      <p className={css.acts}><Button disabled={unchanged} onClick={() => void send()} data-testid="rewrite-send">{t('question.save')}</Button><Button variant="plain" onClick={close}>{t('app.cancel')}</Button></p>
    </Dialog>
  );
}
