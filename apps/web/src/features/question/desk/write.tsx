import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import type { Say } from '../../../live/live-client.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { TextArea } from '../../../ui/controls/field.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import type { QuestionRow } from '../question-panel.ts';
import css from '../question.module.css';

/** Why it is declined, or the answer in writing. What was refused stays in the box. */
export function Write({ row: { questionId, text }, what, say, close }: { row: QuestionRow; what: 'decline' | 'answer'; say: Say; close: () => void }) {
  const { t } = useWords();
  const [written, setWritten] = useState('');
  const declines = what === 'decline';
  const send = async () => {
    const ack = await (declines ? say('question.decline', { questionId, reason: written.trim() }) : say('question.answer', { questionId, text: written.trim() }));
    if (ack?.ok) close();
  };
  return (
    <Dialog title={t(declines ? 'desk.declineTitle' : 'desk.answer')} onClose={close}>
      <p className="faint"><bdi>{text}</bdi></p>
      <TextArea label={t(declines ? 'desk.decline' : 'question.answered')} hint={t(declines ? 'desk.declineHint' : 'desk.answerHint')} rows={3} maxLength={declines ? 300 : 2_000} value={written} onChange={(event) => setWritten(event.currentTarget.value)} />
      <p className={css.acts}><Button disabled={written.trim() === ''} onClick={() => void send()} data-testid="write-send">{t('question.send')}</Button><Button variant="plain" onClick={close}>{t('app.cancel')}</Button></p>
    </Dialog>
  );
}
