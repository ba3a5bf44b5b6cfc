import { type RefObject, Suspense } from 'react';
import type { DeskCommands } from '../../features/desk/commands.ts';
import { Ledger } from '../../features/floor/ledger/ledger.tsx';
import { modePanel } from '../../features/floor/order/mode-panel.ts';
import { ModeLine } from '../../features/floor/order/mode.tsx';
import { orderPanel } from '../../features/floor/order/order-panel.ts';
import { OrderLine } from '../../features/floor/order/order.tsx';
import { DeskQueue } from '../../features/floor/queue/desk/desk-queue.tsx';
import type { QueuePanel } from '../../features/floor/queue/queue-panel.ts';
import { DeskPeople } from '../../features/member/desk-people.tsx';
import { Lobby } from '../../features/member/lobby.tsx';
import { peoplePanel } from '../../features/member/people-panel.ts';
import { DeskPolls } from '../../features/poll/desk/desk-polls.tsx';
import { DeskQuestions } from '../../features/question/desk/desk-questions.tsx';
import { openQuestions } from '../../features/question/open-questions.ts';
import { DeskVotes } from '../../features/vote/desk/desk-votes.tsx';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useLive, useSeat } from '../../live/seat.tsx';
import { Tabs } from '../../ui/controls/tabs.tsx';
import { part } from '../../ui/part/part.ts';
import css from './desk.module.css';

const Chat = part(() => import('../../features/chat/chat.tsx'));

export type IncomingTab = 'questions' | 'votes' | 'polls' | 'chat' | 'people' | 'time';
type Props = {
  view: RoomView; queue: QueuePanel; commands: DeskCommands; tab: IncomingTab; setTab: (tab: IncomingTab) => void;
  search: RefObject<HTMLInputElement | null>; invite: () => void;
};

/** Who wants something: at the door, on the list, in writing. The queue is always in sight. */
export function Incoming({ view, queue, commands, tab, setTab, search, invite }: Props) {
  const { t } = useWords();
  const { live: { say } } = useSeat();
  const people = peoplePanel(view);
  const live = view.room.phase === 'open';
  const unread = view.room.questions.filter(({ status }) => status === 'pending').length;
  const chat = useLive(({ unreadChat }) => unreadChat);
  const tabs = [
    { name: 'questions', title: t('room.questions'), count: unread > 0 ? unread : openQuestions(view.room), alert: unread > 0 },
    { name: 'votes', title: t('room.votes'), count: view.room.ballots.filter(({ status }) => status !== 'closed').length },
    { name: 'polls', title: t('room.polls'), count: view.room.polls.filter(({ status }) => status === 'open').length },
    { name: 'chat', title: t('room.chat'), count: chat, alert: true },
    { name: 'people', title: t('room.people'), count: people.present },
    { name: 'time', title: t('ledger.tab') },
  ] as const;
  return (
    <aside className={css.incoming} data-tab={tab} aria-label={t('desk.incoming')}>
      <div className={css.upper}>
        <Lobby waiting={people.waiting} say={say} />
        <DeskQueue panel={queue} view={view} commands={commands} live={live}>
          {live && <><ModeLine panel={modePanel(view)} view={view} commands={commands} /><OrderLine panel={orderPanel(view)} commands={commands} /></>}
        </DeskQueue>
      </div>
      <div className={css.lower}>
        <Tabs label={t('desk.incoming')} tabs={tabs} open={tab} onOpen={setTab}>
          {tab === 'questions' && <DeskQuestions view={view} say={say} live={live} />}
          {tab === 'votes' && <DeskVotes view={view} say={say} live={live} />}
          {tab === 'polls' && <DeskPolls view={view} say={say} live={live} />}
          <Suspense><Chat view={view} shown={tab === 'chat'} /></Suspense>
          {tab === 'people' && <DeskPeople view={view} commands={commands} say={say} search={search} invite={invite} />}
          {tab === 'time' && <Ledger view={view} commands={commands} live={live} />}
        </Tabs>
      </div>
    </aside>
  );
}
