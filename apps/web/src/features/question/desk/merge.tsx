import type { QuestionId } from '@yaji/contracts';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import type { Say } from '../../../live/live-client.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { TextField } from '../../../ui/controls/field.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { useAlike } from '../alike.ts';
import type { QuestionRow } from '../question-panel.ts';
import css from '../question.module.css';

const most = 12;

/** Into which open question it goes: the likest first, any other by a word of it. Asks with the choice itself; it cannot be taken back. */
export function Merge({ row: { questionId, text }, open, say, close }: { row: QuestionRow; open: readonly QuestionRow[]; say: Say; close: () => void }) {
  const { t } = useWords();
  const [sought, setSought] = useState('');
  const [into, setInto] = useState<QuestionId | null>(null);
  const others = open.filter((one) => one.questionId !== questionId);
  const alike = useAlike(open, text ?? '', questionId).map(({ row }) => row);
  const rest = others.filter((one) => !alike.includes(one));
  const shown = (sought.trim() === '' ? [...alike, ...rest] : others.filter((one) => one.text?.toLowerCase().includes(sought.trim().toLowerCase()))).slice(0, most);
  const send = async () => {
    if (into === null) return;
    const ack = await say('question.merge', { questionId, into });
    if (ack?.ok) close();
  };
  return (
    <Dialog title={t('desk.mergeTitle')} onClose={close}>
      <p className="faint"><bdi>{text}</bdi></p>
      <p className="small">{t('desk.mergeHint')}</p>
      {others.length === 0 && <p className="faint">{t('desk.mergeNone')}</p>}
      {others.length > most && <TextField label={t('desk.mergeSearch')} value={sought} onChange={(event) => setSought(event.currentTarget.value)} />}
      <fieldset className={css.choices}>
        <legend className="sr">{t('desk.mergeTitle')}</legend>
        {shown.map((one) => (
          <label key={one.questionId}>
            <input type="radio" name="into" checked={into === one.questionId} onChange={() => setInto(one.questionId)} />
            <span><bdi>{one.text}</bdi> <span className="faint small figures">{t('question.votes', { count: one.votes })}</span></span>
          </label>
        ))}
      </fieldset>
      <p className={css.acts}><Button disabled={into === null} onClick={() => void send()} data-testid="merge-send">{t('desk.mergeInto')}</Button><Button variant="plain" onClick={close}>{t('app.cancel')}</Button></p>
    </Dialog>
  );
}
