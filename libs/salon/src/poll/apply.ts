import type { EventOf, PollId, PollPlan, Stamped } from '@yaji/contracts';
import { assertNever } from '@yaji/kit';
import { countsOf, type Poll } from './poll.ts';

type PollEvent = EventOf<'PollPrepared' | 'PollOpened' | 'PollAnswered' | 'PollClosed' | 'PollPublished' | 'PollDiscarded'>;

export function applyPoll(polls: Poll[], event: PollEvent & Stamped): void {
  const { pollId } = event.data;
  const known = polls.find((poll) => poll.pollId === pollId);
  if (event.type === 'PollPrepared') {
    if (!known) polls.push(prepared(pollId, event.data.plan));
    return;
  }
  if (event.type === 'PollOpened') {
    const poll = known ?? prepared(pollId, event.data.plan);
    if (!known) polls.push(poll);
    Object.assign(poll, { status: 'open', openedAt: event.at });
    return;
  }
  if (!known) return;
  switch (event.type) {
    case 'PollAnswered': answered(known, event); return;
    case 'PollClosed': Object.assign(known, { status: 'closed', closedAt: event.at }); return;
    case 'PollPublished': publish(known, event); return;
    case 'PollDiscarded': polls.splice(polls.indexOf(known), 1); return;
    default: assertNever(event);
  }
}

export const prepared = (pollId: PollId, plan: PollPlan): Poll => ({ pollId, plan, status: 'prepared', published: false, openedAt: null, closedAt: null, answers: {}, others: {} });

/** Whose answer it is, only its owner learns; everybody else learns that one more chose this, and no longer that. */
function answered(poll: Poll, { data: { choice, before, again, answeredBy }, words }: EventOf<'PollAnswered'>): void {
  const [now, then] = [choice ?? words?.text ?? '', before ?? words?.before ?? ''];
  if (answeredBy !== null) {
    poll.answers[answeredBy] = now;
    return;
  }
  if (again) add(poll.others, then, -1);
  add(poll.others, now, 1);
}

/** People write what they like, also `constructor` and `__proto__`. */
function add(counts: Record<string, number>, choice: string, by: number): void {
  const value = (Object.hasOwn(counts, choice) ? counts[choice] ?? 0 : 0) + by;
  if (value > 0) Object.defineProperty(counts, choice, { value, enumerable: true, configurable: true, writable: true });
  else Reflect.deleteProperty(counts, choice);
}

/** The figures of all, less what is known by name. */
function publish(poll: Poll, { data, words }: EventOf<'PollPublished'>): void {
  poll.published = true;
  const own = countsOf({ answers: poll.answers, others: {} });
  const all = Object.entries({ ...data.counts, ...words?.texts });
  poll.others = Object.fromEntries(all.map(([choice, count]) => [choice, count - (own.get(choice) ?? 0)] as const).filter(([, count]) => count > 0));
}
