import type { LocalText, PollId, PollPlan } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { countsOf, isModerating, isPollShown, mayDo, type Poll, type PollResult, resultOf } from '@yaji/salon';
import { pendingOf } from '../../live/pending.ts';
import type { RoomView } from '../../live/room-view.ts';

/** A poll as one sees it. `mine`: what one chose; `result`: null where one may not know it yet. */
export type PollRow = {
  pollId: PollId; plan: DeepReadonly<PollPlan>; title: DeepReadonly<LocalText>; status: Poll['status']; mine: string | null; mayAnswer: boolean; sending: boolean;
  result: PollResult | null; published: boolean; busy: boolean;
};
/** `open`: at most one. `over`: the latest first. */
export type PollPanel = { open: PollRow | null; over: PollRow[]; prepared: PollRow[] };

export function pollPanel(view: RoomView): PollPanel {
  const rows = view.room.polls.map((poll) => row(view, poll));
  return {
    open: rows.find(({ status }) => status === 'open') ?? null,
    over: rows.filter(({ status }) => status === 'closed').reverse(),
    prepared: rows.filter(({ status }) => status === 'prepared'),
  };
}

const acts = ['poll.open', 'poll.close', 'poll.publish', 'poll.discard'] as const;

function row(view: RoomView, poll: DeepReadonly<Poll>): PollRow {
  const { room, me, pending } = view;
  const { pollId, plan, status } = poll;
  const mine = poll.answers[me.participantId] ?? null;
  const shown = isModerating(me.role) || isPollShown(poll);
  return {
    pollId, plan, title: plan.title, status, mine, published: isPollShown(poll),
    mayAnswer: room.phase === 'open' && status === 'open' && mayDo(me.role, 'poll.answer') && (mine === null || plan.changeable),
    sending: pendingOf(pending, 'poll.answer', (data) => data.pollId === pollId),
    result: shown && status !== 'prepared' ? resultOf(poll, countsOf(poll), me.participantId) : null,
    busy: acts.some((type) => pendingOf(pending, type, (data) => data.pollId === pollId)),
  };
}
