import type { EntryId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../../room/room.ts';
import type { Entry } from '../floor.ts';
import { rankOf } from './lanes.ts';
import { judgementsBy } from './policies.ts';
import type { Reason } from './reason.ts';

/** An entry in the place where it is served, with every reason that put it there, strongest first. */
export type Placed = { readonly entry: DeepReadonly<Entry>; readonly reasons: readonly Reason[] };

type Judged = Placed & { keys: readonly number[] };

/** [F4] [F26] The list as it is served. Total and stable: the same room always gives the same list. */
export function serviceOrder(room: DeepReadonly<Room>): Placed[] {
  const { queue } = room.floor;
  if (queue.length === 0) return [];
  const under = answersIn(room);
  const roots = judged(room, under.size === 0 ? queue : queue.filter((entry) => !under.has(entry))).sort(byKeys);
  const follows = (entryId: EntryId | null): Placed[] => queue
    .filter((entry) => under.has(entry) && under.get(entry) === entryId)
    .map((entry) => ({ entry, reasons: [{ why: 'answers', entryId: entry.answers ?? entry.entryId }, raised(entry)] }));
  const ruled = under.size === 0 ? roots : [...follows(null), ...roots.flatMap((root) => [root, ...follows(root.entry.entryId)])];
  return pinned(ruled);
}

/** The waiting entries alone, in that order. */
export const entriesInOrder = (room: DeepReadonly<Room>): DeepReadonly<Entry>[] => serviceOrder(room).map(({ entry }) => entry);

const raised = ({ raisedAt }: DeepReadonly<Entry>): Reason => ({ why: 'raised', at: raisedAt });

/**
 * [F25] The entries that answer something, each with the waiting entry that it stands under; null: what it answers has been given the
 * floor, so it is next. What it answers may have been withdrawn: then it is an entry like any other.
 */
function answersIn({ floor }: DeepReadonly<Room>): Map<DeepReadonly<Entry>, EntryId | null> {
  const answers = floor.queue.filter((entry) => entry.answers !== null);
  if (answers.length === 0) return new Map();
  const waiting = new Set(floor.queue.map(({ entryId }) => entryId));
  const heard = new Set([...floor.past, ...floor.interrupted, ...(floor.current ? [floor.current] : [])].map(({ entry }) => entry?.entryId));
  return new Map(answers.flatMap((entry): [DeepReadonly<Entry>, EntryId | null][] => {
    const { answers: answered } = entry;
    if (answered !== null && waiting.has(answered)) return [[entry, answered]];
    return answered !== null && heard.has(answered) ? [[entry, null]] : [];
  }));
}

/** The entries that answer nothing, each with its keys; the lower key is served first. */
function judged(room: DeepReadonly<Room>, roots: readonly DeepReadonly<Entry>[]): Judged[] {
  const waiting = roots.filter(({ lane }) => lane === 'normal');
  const byPolicy = room.floor.order.policies.map((policy) => judgementsBy(policy, { room, waiting }));
  const normal = waiting.map((entry, place): Judged => {
    const [keys, reasons]: [number[], Reason[]] = [[rankOf('normal')], []];
    for (const judgements of byPolicy) {
      const judgement = judgements[place];
      if (!judgement) continue;
      keys.push(judgement.key);
      reasons.push(judgement.reason);
    }
    reasons.push(raised(entry));
    return { entry, keys, reasons };
  });
  const ranks = new Map(room.rules.categories.map(({ category, rank }) => [category, rank]));
  return [...normal, ...roots.filter(({ lane }) => lane !== 'normal').map((entry) => inLane(entry, ranks))];
}

/** [F4] An entry of a lane before the normal one; a point of order has its category's rank. */
function inLane(entry: DeepReadonly<Entry>, ranks: ReadonlyMap<string, number>): Judged {
  const rank = rankOf(entry.lane);
  const reason: Reason = { why: 'lane', lane: entry.lane };
  if (entry.lane !== 'point-of-order') return { entry, keys: [rank, 0], reasons: [reason, raised(entry)] };
  const { category } = entry;
  if (category === null) return { entry, keys: [rank, unranked], reasons: [reason, raised(entry)] };
  const order = ranks.get(category) ?? unranked;
  return { entry, keys: [rank, order], reasons: [reason, { why: 'category', category, rank: order }, raised(entry)] };
}

/** After every category that has a rank. */
const unranked = 100;

function byKeys(one: Judged, other: Judged): number {
  for (let n = 0; n < one.keys.length; n += 1) {
    const difference = (one.keys[n] ?? 0) - (other.keys[n] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.entry.asked - other.entry.asked;
}

/** [F33] Who was moved by hand stands where the chair said; the others fill the places between, as the rule orders them. */
function pinned(ruled: readonly Placed[]): Placed[] {
  const moved = ruled.flatMap(({ entry, reasons }) => (entry.pin ? [{ pin: entry.pin, placed: { entry, reasons: [{ why: 'moved' as const, by: entry.pin.by, at: entry.pin.at }, ...reasons] } }] : []));
  if (moved.length === 0) return [...ruled];
  const list = ruled.filter(({ entry }) => !entry.pin);
  moved.sort((one, other) => one.pin.index - other.pin.index || one.pin.at - other.pin.at || one.placed.entry.asked - other.placed.entry.asked);
  for (const { pin, placed } of moved) list.splice(pin.index, 0, placed);
  return list;
}
