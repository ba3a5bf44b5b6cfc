import { Suspense, useState } from 'react';
import Actions from '../../features/action/actions.tsx';
import { runningTopic } from '../../features/agenda/topic-line.ts';
import { TopicLineView } from '../../features/agenda/topic-line.tsx';
import { FloorAnnouncer } from '../../features/floor/queue/announcer.tsx';
import DueElsewhere from '../../features/floor/queue/due-elsewhere.tsx';
import { Hand } from '../../features/floor/queue/hand.tsx';
import { queuePanel } from '../../features/floor/queue/queue-panel.ts';
import { QueueView } from '../../features/floor/queue/queue.tsx';
import { SeatNow } from '../../features/hall/seat-now.tsx';
import { seatPanel } from '../../features/hall/seat-panel.ts';
import { isAsked } from '../../features/poll/is-asked.ts';
import PollNews from '../../features/poll/news.tsx';
import PollsView from '../../features/poll/polls.tsx';
import QuestionNews from '../../features/question/news.tsx';
import { openQuestions } from '../../features/question/open-questions.ts';
import { QuestionsView } from '../../features/question/questions.tsx';
import { RecordingMark } from '../../features/recording/mark.tsx';
import RecordingNotice from '../../features/recording/notice.tsx';
import { ElsewhereMark } from '../../features/stream/elsewhere.tsx';
import { isVoteAsked } from '../../features/vote/is-vote-asked.ts';
import VoteNews from '../../features/vote/news.tsx';
import VotesView from '../../features/vote/votes.tsx';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import { pendingOf } from '../../live/pending.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useLive, useSeat } from '../../live/seat.tsx';
import { useSalonLook } from '../../session/salon-look.ts';
import { ButtonLink } from '../../ui/controls/button.tsx';
import { Tabs } from '../../ui/controls/tabs.tsx';
import { Preferences, Seal } from '../../ui/frame.tsx';
import { Local } from '../../ui/name.tsx';
import { paths, usePlace } from '../../ui/route/paths.ts';
import { useTitle } from '../../ui/route/title.ts';
import { ConnectionBanner, useLinkState } from '../room/connection-banner.tsx';
import { part } from '../../ui/part/part.ts';
import css from './seat.module.css';

const Chat = part(() => import('../../features/chat/chat.tsx'));

type SeatTab = 'queue' | 'questions' | 'polls' | 'chat' | 'agreed';

/** The list and the questions in one's hand; the stage is before one's eyes. */
export function SeatScreen({ view }: { view: RoomView }) {
  const { t, language } = useWords();
  const { salon } = usePlace();
  const { live: { say } } = useSeat();
  const [tab, setTab] = useState<SeatTab>('queue');
  const seq = useLive(({ held }) => held?.seq);
  const unread = useLive(({ unreadChat }) => unreadChat);
  const state = useLinkState();
  const queue = queuePanel(view);
  const closed = view.room.phase === 'closed';
  const { polls, motions, awards, electorate } = view.room;
  useSalonLook(salon);
  useTitle(inLanguage(view.room.title, language).text);
  const withdraw: Parameters<typeof QueueView>[0]['withdraw'] = (data) => void say('floor.withdraw', data);
  const tabs = [
    { name: 'queue', title: t('room.queue'), count: queue.rows.length },
    { name: 'questions', title: t('room.questions'), count: openQuestions(view.room) },
    ...(polls.length + motions.length + awards.length + electorate.electors.length > 0 ? [{ name: 'polls', title: t('room.votes'), alert: isAsked(view) || isVoteAsked(view) } as const] : []),
    { name: 'chat', title: t('room.chat'), count: unread, alert: true },
    ...(view.room.actions.length > 0 ? [{ name: 'agreed', title: t('action.tab') } as const] : []),
  ] as const;
  return (
    <div className={css.seat} data-testid="room" data-seq={seq} data-state={state}>
      <header className={css.head}>
        <div className={css.bar}><Seal /><RecordingMark running={view.room.recording.running} /><ElsewhereMark stream={view.room.stream} /><Preferences /></div>
        <h1 className={css.title}><Local of={view.room.title} /></h1>
        <TopicLineView line={runningTopic(view)} />
      </header>
      <ConnectionBanner />
      <RecordingNotice view={view} />
      <DueElsewhere view={view} />
      {closed ? <p className={css.closed} role="status">{t('room.closed')}</p>
        : <SeatNow panel={seatPanel(view)} finish={(turn) => void say('floor.end', { turn })} finishing={pendingOf(view.pending, 'floor.end')} />}
      <main className={css.main}>
        <Tabs label={t('seat.side')} tabs={tabs} open={tab} onOpen={setTab}>
          {tab === 'queue' && <QueueView panel={{ ...queue, speaking: null }} withdraw={withdraw} />}
          {tab === 'questions' && <QuestionsView view={view} say={say} />}
          {tab === 'polls' && <><VotesView view={view} say={say} />{polls.length > 0 && <PollsView view={view} say={say} />}</>}
          {tab === 'agreed' && <Actions view={view} />}
          <Suspense><Chat view={view} shown={tab === 'chat'} /></Suspense>
        </Tabs>
      </main>
      <footer className={css.controls} data-testid="controls">
        {closed ? <ButtonLink to={paths.booklet(salon)}>{t('room.booklet')}</ButtonLink> : <Hand queue={queue} raise={(wish) => void say('floor.request', wish)} withdraw={withdraw} />}
        <p className={css.silent}>{t('seat.silent')}</p>
      </footer>
      <FloorAnnouncer panel={queue} />
      <QuestionNews view={view} />
      <PollNews view={view} shown={tab === 'polls'} show={() => setTab('polls')} />
      <VoteNews view={view} shown={tab === 'polls'} show={() => setTab('polls')} />
    </div>
  );
}
