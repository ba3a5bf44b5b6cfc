import { Suspense } from 'react';
import type { QueuePanel, Withdraw } from '../../features/floor/queue/queue-panel.ts';
import { QueueView } from '../../features/floor/queue/queue.tsx';
import { peoplePanel } from '../../features/member/people-panel.ts';
import { PeopleView } from '../../features/member/people.tsx';
import { isAsked } from '../../features/poll/is-asked.ts';
import { isVoteAsked } from '../../features/vote/is-vote-asked.ts';
import { openQuestions } from '../../features/question/open-questions.ts';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useLive, useSeat } from '../../live/seat.tsx';
import { Tabs } from '../../ui/controls/tabs.tsx';
import { part } from '../../ui/part/part.ts';
import css from './room.module.css';

// Whoever only listens need not load it.
const Questions = part(() => import('../../features/question/questions.tsx').then(({ QuestionsView }) => ({ default: QuestionsView })));

const Polls = part(() => import('../../features/poll/polls.tsx'));
const Chat = part(() => import('../../features/chat/chat.tsx'));

const Actions = part(() => import('../../features/action/actions.tsx'));
const Votes = part(() => import('../../features/vote/votes.tsx'));

export type SideTab = 'queue' | 'questions' | 'polls' | 'chat' | 'people' | 'agreed';
type Props = { view: RoomView; queue: QueuePanel; tab: SideTab; setTab: (tab: SideTab) => void; withdraw: Withdraw };

/** Who waits, what is asked, who is here. On a phone under the stage. */
export function Side({ view, queue, tab, setTab, withdraw }: Props) {
  const { t } = useWords();
  const { live: { say } } = useSeat();
  const people = peoplePanel(view);
  const { polls, motions, awards, electorate } = view.room;
  const put = polls.length + motions.length + awards.length + electorate.electors.length > 0;
  const unread = useLive(({ unreadChat }) => unreadChat);
  const tabs = [
    { name: 'queue', title: t('room.queue'), count: queue.rows.length },
    { name: 'questions', title: t('room.questions'), count: openQuestions(view.room) },
    ...(put ? [{ name: 'polls', title: t('room.votes'), alert: isAsked(view) || isVoteAsked(view) } as const] : []),
    { name: 'chat', title: t('room.chat'), count: unread, alert: true },
    { name: 'people', title: t('room.people'), count: people.present },
    ...(view.room.actions.length > 0 ? [{ name: 'agreed', title: t('action.tab') } as const] : []),
  ] as const;
  return (
    <aside className={css.side} aria-label={t('room.side')}>
      <Tabs label={t('room.side')} tabs={tabs} open={tab} onOpen={setTab}>
        {tab === 'queue' && <QueueView panel={queue} withdraw={withdraw} />}
        {tab === 'questions' && <Suspense><Questions view={view} say={say} /></Suspense>}
        {tab === 'polls' && <Suspense><Votes view={view} say={say} />{polls.length > 0 && <Polls view={view} say={say} />}</Suspense>}
        <Suspense><Chat view={view} shown={tab === 'chat'} /></Suspense>
        {tab === 'agreed' && <Suspense><Actions view={view} /></Suspense>}
        {tab === 'people' && <PeopleView panel={people} />}
      </Tabs>
    </aside>
  );
}
