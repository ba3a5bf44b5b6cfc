import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useWords } from '../../../i18n/words.ts';
import type { Say } from '../../../live/live-client.ts';
import { Button, IconButton } from '../../../ui/controls/button.tsx';
import { tell } from '../../../ui/dialog/notices.tsx';
import type { QuestionRow } from '../question-panel.ts';
import css from '../question.module.css';

/** What needs a dialog. */
export type Wanted = { row: QuestionRow; what: 'decline' | 'answer' | 'edit' | 'merge' };
type Props = { row: QuestionRow; say: Say; want: (what: Wanted['what']) => void };

const speakWords = { can: 'desk.letSpeak', waits: 'desk.speaksAlready', 'no-name': 'desk.speaksNoName', no: 'desk.letSpeak' } as const;

/** What a moderator can do with a question: the usual at hand, the rest in a menu. */
export function QuestionActs({ row, say, want }: Props) {
  switch (row.status) {
    case 'pending': return <PendingActs row={row} say={say} want={want} />;
    case 'approved': return <OpenActs row={row} say={say} want={want} />;
    case 'later': case 'answered': case 'done': return <ClosedActs row={row} say={say} want={want} />;
    default: return null;
  }
}

function PendingActs({ row: { questionId, busy }, say, want }: Props) {
  const { t } = useWords();
  return (
    <p className={css.acts}>
      <Button size="sm" variant="light" disabled={busy} onClick={() => void say('question.approve', { questionId })} data-testid="approve">{t('desk.approve')}</Button>
      <Button size="sm" variant="quiet" disabled={busy} onClick={() => want('decline')}>{t('desk.decline')}</Button>
      <Button size="sm" variant="quiet" disabled={busy} onClick={() => want('edit')}>{t('question.edit')}</Button>
      <Button size="sm" variant="quiet" disabled={busy} onClick={() => want('merge')} data-testid="merge">{t('desk.merge')}</Button>
    </p>
  );
}

function OpenActs({ row: { questionId, busy, now, speaks }, say, want }: Props) {
  const { t } = useWords();
  const reopen = () => void say('question.reopen', { questionId });
  const close = async (type: 'question.done' | 'question.defer') => {
    const ack = await say(type, { questionId });
    if (ack?.ok) tell({ text: t(type === 'question.done' ? 'desk.questionClosed' : 'desk.questionLater'), tone: 'plain', act: { label: t('app.undo'), run: reopen } });
  };
  return (
    <p className={css.acts}>
      <Button size="sm" variant="light" disabled={busy} onClick={() => void say('question.answer', { questionId, text: null })} data-testid="answered">{t('desk.answeredLive')}</Button>
      <Button size="sm" variant="quiet" disabled={busy} aria-pressed={now} onClick={() => void say('question.pin', { questionId: now ? null : questionId })} data-testid="pin">{t(now ? 'desk.unpin' : 'desk.pin')}</Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target><IconButton small label={t('desk.questionActs')} data-testid="question-menu"><IconDots size={18} /></IconButton></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={speaks !== 'can'} onClick={() => void say('question.letSpeak', { questionId })} data-testid="let-speak">{t(speakWords[speaks])}</Menu.Item>
          <Menu.Item onClick={() => want('merge')} data-testid="merge">{t('desk.merge')}</Menu.Item>
          <Menu.Item onClick={() => want('edit')}>{t('question.edit')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => want('answer')}>{t('desk.answer')}</Menu.Item>
          <Menu.Item onClick={() => void close('question.defer')} data-testid="later">{t('desk.later')}</Menu.Item>
          <Menu.Item onClick={() => void close('question.done')}>{t('desk.done')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </p>
  );
}

function ClosedActs({ row: { questionId, status, busy }, say, want }: Props) {
  const { t } = useWords();
  return (
    <p className={css.acts}>
      {status === 'later' && <Button size="sm" variant="quiet" disabled={busy} onClick={() => want('answer')}>{t('desk.answer')}</Button>}
      <Button size="sm" variant="quiet" disabled={busy} onClick={() => void say('question.reopen', { questionId })} data-testid="reopen">{t('desk.reopenQuestion')}</Button>
    </p>
  );
}
