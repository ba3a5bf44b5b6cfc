import { useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { Say } from '../../live/live-client.ts';
import { Button } from '../../ui/controls/button.tsx';
import { TextArea } from '../../ui/controls/field.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import type { QuestionPanel, QuestionRow } from './question-panel.ts';
import css from './question.module.css';
import { Said } from './questions.tsx';

type Writing = { row: QuestionRow; what: 'decline' | 'answer' } | null;

/** Questions as the moderators deal with them: what waits to be read first. */
export function DeskQuestions({ panel: { unread, open, answered }, say, live }: { panel: QuestionPanel; say: Say; /** The room is open. */ live: boolean }) {
  const { t } = useWords();
  const [writing, setWriting] = useState<Writing>(null);
  const waiting = unread.filter(({ status }) => status === 'pending');
  const groups = [[t('desk.pendingList'), waiting], [t('desk.approvedList'), open], [t('question.answeredList'), answered]] as const;
  return (
    <div className={css.questions} data-testid="questions">
      {waiting.length + open.length + answered.length === 0 && <p className="faint">{t('desk.noQuestions')}</p>}
      {groups.filter(([, rows]) => rows.length > 0).map(([title, rows]) => (
        <section key={title}>
          <h2 className="label">{title} {rows.length}</h2>
          <ul>{rows.map((row) => <li key={row.questionId} className={css.question} data-question={row.questionId} data-status={row.status}><div className={css.said}><Said row={row} />{live && <Acts row={row} say={say} write={(what) => setWriting({ row, what })} />}</div></li>)}</ul>
        </section>
      ))}
      {writing && <Write writing={writing} say={say} close={() => setWriting(null)} />}
    </div>
  );
}

type ActsProps = { row: QuestionRow; say: Say; write: (what: 'decline' | 'answer') => void };

function Acts({ row: { questionId, status, votes, busy }, say, write }: ActsProps) {
  const { t } = useWords();
  if (status === 'pending') {
    return (
      <p className={css.acts}>
        <Button size="sm" variant="light" disabled={busy} onClick={() => void say('question.approve', { questionId })}>{t('desk.approve')}</Button>
        <Button size="sm" variant="quiet" disabled={busy} onClick={() => write('decline')}>{t('desk.decline')}</Button>
      </p>
    );
  }
  return (
    <p className={css.acts}>
      <span className="faint small figures">{t('question.votes', { count: votes })}</span>
      {status === 'approved' && <Button size="sm" variant="light" disabled={busy} onClick={() => void say('question.answer', { questionId, text: null })}>{t('desk.answeredLive')}</Button>}
      {status === 'approved' && <Button size="sm" variant="quiet" disabled={busy} onClick={() => write('answer')}>{t('desk.answer')}</Button>}
      {(status === 'approved' || status === 'answered') && <Button size="sm" variant="quiet" disabled={busy} onClick={() => void say('question.done', { questionId })}>{t('desk.done')}</Button>}
    </p>
  );
}

function Write({ writing: { row: { questionId, text }, what }, say, close }: { writing: Exclude<Writing, null>; say: Say; close: () => void }) {
  const { t } = useWords();
  const [written, setWritten] = useState('');
  const send = () => {
    void (what === 'decline' ? say('question.decline', { questionId, reason: written.trim() }) : say('question.answer', { questionId, text: written.trim() }));
    close();
  };
  return (
    <Dialog title={t(what === 'decline' ? 'desk.declineTitle' : 'desk.answer')} onClose={close}>
      <p className="faint"><bdi>{text}</bdi></p>
      <TextArea label={t(what === 'decline' ? 'desk.decline' : 'question.answered')} hint={t('desk.declineHint')} rows={3} maxLength={what === 'decline' ? 300 : 2_000} value={written} onChange={(event) => setWritten(event.currentTarget.value)} />
      <p className={css.acts}><Button disabled={written.trim() === ''} onClick={send} data-testid="write-send">{t('question.send')}</Button><Button variant="plain" onClick={close}>{t('app.cancel')}</Button></p>
    </Dialog>
  );
}
