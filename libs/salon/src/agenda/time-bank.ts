import type { ItemKind, Proposal } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { usualMs } from '../floor/queue/estimate.ts';
import { isContribution } from '../floor/queue/lanes.ts';
import { limitMs } from '../floor/time/limit.ts';
import type { Room } from '../room/room.ts';
import type { AgendaItem } from './agenda.ts';
import { forecastEndAt, plannedEndAt } from './forecast.ts';

/** A proposal with the time that it wins, milliseconds. */
export type Offer = { proposal: Proposal; winsMs: number };

/** [A8] So late the forecast must be before anything is proposed. Milliseconds. */
export const tolerableMs = 60_000;
const leastLimitMs = 30_000;
const stepMs = 10_000;
const minuteMs = 60_000;
/** For so long back it is counted how many hands go up. */
const windowMs = 600_000;
/** The hands of a beginning come all at once; they are spread over at least this time. */
const leastWindowMs = 180_000;
/** What may be shortened first. */
const shortens: Readonly<Partial<Record<ItemKind, number>>> = { break: 0, other: 1, discussion: 2, roundtable: 3 };

/** How late the forecast is against the plan, milliseconds; 0 when it is not. */
export const lateMs = (room: DeepReadonly<Room>, at: number): number => Math.max(0, (forecastEndAt(room, at) ?? 0) - (plannedEndAt(room) ?? Infinity));

/** [A8] What would win time now, the most first; none while the room is on time. At most three, one of each kind. */
export function timeBank(room: DeepReadonly<Room>, at: number): Offer[] {
  const late = lateMs(room, at);
  if (room.phase !== 'open' || late <= tolerableMs) return [];
  return [shorterTurns(room, late), shorterItem(room, late), closedList(room, at)].filter((offer) => offer !== null).sort((one, other) => other.winsMs - one.winsMs);
}

/** The turns still to come of what runs are cut by what is lacking, in steps of ten seconds, to half a minute at the least. */
function shorterTurns(room: DeepReadonly<Room>, late: number): Offer | null {
  const { agenda, floor, members } = room;
  const count = floor.queue.filter(({ lane, participantId }) => isContribution(lane) && members[participantId]?.place).length;
  if (agenda.runningItem === null || count === 0) return null;
  const usual = usualMs(room);
  const limit = Math.max(leastLimitMs, Math.floor((usual - late / count) / stepMs) * stepMs);
  const winsMs = Math.round(count * (usual - limit));
  return limit < limitMs(room) && winsMs > 0 ? { proposal: { kind: 'shorter-turns', itemId: agenda.runningItem, topicId: agenda.runningTopic, limitMs: limit }, winsMs } : null;
}

/** A break, or else what is longest, gives at most half of itself; a break may go as a whole. Whole minutes. */
function shorterItem({ agenda }: DeepReadonly<Room>, late: number): Offer | null {
  const rank = ({ kind }: DeepReadonly<AgendaItem>): number => shortens[kind] ?? Infinity;
  const [item] = agenda.items.filter((one) => one.progress === 'planned' && one.plannedMs > 0 && Number.isFinite(rank(one)))
    .sort((one, other) => rank(one) - rank(other) || other.plannedMs - one.plannedMs);
  if (!item) return null;
  const least = item.kind === 'break' ? 0 : item.plannedMs / 2;
  const winsMs = Math.min(Math.ceil(late / minuteMs) * minuteMs, Math.floor((item.plannedMs - least) / minuteMs) * minuteMs);
  return winsMs > 0 ? { proposal: { kind: 'shorter-item', itemId: item.itemId, plannedMs: item.plannedMs - winsMs }, winsMs } : null;
}

/** With hands going up as they did in the last ten minutes, for as long as what runs still has. */
function closedList(room: DeepReadonly<Room>, at: number): Offer | null {
  const { agenda, floor } = room;
  const item = agenda.items.find(({ itemId }) => itemId === agenda.runningItem);
  if (floor.list === 'closed' || !item) return null;
  const topic = item.topics.find(({ topicId }) => topicId === agenda.runningTopic);
  const part = topic ?? item;
  const left = Math.max(0, (part.startedAt ?? at) + part.plannedMs - at);
  const since = Math.max(at - windowMs, part.startedAt ?? at);
  const raised = [...floor.queue, ...floor.past.flatMap(({ entry }) => entry ?? [])].filter(({ raisedAt }) => raisedAt >= since).length;
  const winsMs = Math.round(raised * (left / Math.max(leastWindowMs, at - since)) * usualMs(room));
  return winsMs >= minuteMs ? { proposal: { kind: 'close-list' }, winsMs } : null;
}

/** The offer that a proposal is now; null when it is none (any more). */
export const offerOf = (room: DeepReadonly<Room>, proposal: DeepReadonly<Proposal>, at: number): Offer | null =>
  timeBank(room, at).find((offer) => isSame(offer.proposal, proposal)) ?? null;

/** A limit that has moved by a step since it was shown is the same proposal, at the figure that was shown. */
function isSame(one: Proposal, other: DeepReadonly<Proposal>): boolean {
  if (one.kind === 'close-list') return other.kind === 'close-list';
  if (one.kind === 'shorter-item') return other.kind === 'shorter-item' && other.itemId === one.itemId;
  return other.kind === 'shorter-turns' && other.itemId === one.itemId && other.topicId === one.topicId;
}
