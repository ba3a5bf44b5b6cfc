import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import type { Say } from '../../../live/live-client.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Local } from '../../../ui/name.tsx';
import { PollChart } from '../chart.tsx';
import css from '../poll.module.css';
import { pollPanel, type PollRow } from '../poll-panel.ts';
import { Prepare } from './prepare.tsx';

type Props = { view: RoomView; say: Say; /** The room is open. */ live: boolean };

/** Polls as the moderators run them: prepared ahead or on the spot, opened one at a time, closed, shown. */
export function DeskPolls({ view, say, live }: Props) {
  const { t } = useWords();
  const [preparing, setPreparing] = useState(false);
  const { open, over, prepared } = pollPanel(view);
  return (
    <div className={css.polls} data-testid="polls">
      {live && <p><Button size="sm" variant="light" onClick={() => setPreparing(true)} data-testid="poll-new">{t('poll.new')}</Button></p>}
      {open === null && over.length === 0 && prepared.length === 0 && <p className="faint">{t('poll.noneYet')}</p>}
      {open && <DeskPoll poll={open} say={say} live={live} />}
      {prepared.map((poll) => <DeskPoll key={poll.pollId} poll={poll} say={say} live={live} blocked={open !== null} />)}
      {over.map((poll) => <DeskPoll key={poll.pollId} poll={poll} say={say} live={live} />)}
      {preparing && <Prepare languages={view.room.languages} say={say} close={() => setPreparing(false)} />}
    </div>
  );
}

function DeskPoll({ poll, say, live, blocked = false }: Omit<Props, 'view'> & { poll: PollRow; blocked?: boolean }) {
  const { t } = useWords();
  const { pollId, status, title, published, busy, plan } = poll;
  return (
    <section data-poll={pollId} data-status={status}>
      <h2 className={css.title}><Local of={title} /></h2>
      <p className="faint small">{t(`pollKind.${plan.kind}`)} · {t(`pollState.${status}`)}{status !== 'prepared' && <> · {t(published ? 'poll.everybodySees' : 'poll.onlyYouSee')}</>}</p>
      <PollChart poll={poll} />
      {live && (
        <p className={css.acts}>
          {status === 'prepared' && <Button size="sm" disabled={busy || blocked} onClick={() => void say('poll.open', { pollId })} data-testid="poll-open">{t('poll.open')}</Button>}
          {status === 'prepared' && <Button size="sm" variant="quiet" disabled={busy} onClick={() => void say('poll.discard', { pollId })}>{t('poll.discard')}</Button>}
          {status === 'open' && <Button size="sm" disabled={busy} onClick={() => void say('poll.close', { pollId })} data-testid="poll-close">{t('poll.close')}</Button>}
          {status !== 'prepared' && !published && <Button size="sm" variant="light" disabled={busy} onClick={() => void say('poll.publish', { pollId })} data-testid="poll-publish">{t('poll.publish')}</Button>}
        </p>
      )}
    </section>
  );
}
