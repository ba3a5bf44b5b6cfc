import type { Grouping, OrderPolicy, ParticipantId } from '@yaji/contracts';
import { assertNever, type DeepReadonly } from '@yaji/kit';
import type { Room } from '../../room/room.ts';
import type { Entry } from '../floor.ts';
import { bookedMs } from '../time/ledger.ts';
import { limitMs } from '../time/limit.ts';
import { contributions, spokenInSalon } from './contributions.ts';
import { groupOf, groupOfTurn } from './grouping.ts';
import { lotsBy } from './lot.ts';
import type { Reason } from './reason.ts';

/** What a policy says of an entry: the lower key comes first, and why. */
export type Judgement = { key: number; reason: Reason };

/** `waiting`: the normal lane, in the order of asking. */
export type Situation = { room: DeepReadonly<Room>; waiting: readonly DeepReadonly<Entry>[] };

/**
 * What a policy says of each who waits, in the same order. The key of an entry depends on what was, and on those who asked earlier, never on
 * who asks later: so one more hand moves nobody who waits (F27).
 */
export function judgementsBy(policy: DeepReadonly<OrderPolicy>, situation: Situation): Judgement[] {
  switch (policy.policy) {
    case 'first-time': return firstTime(situation);
    case 'round-robin': return roundRobin(situation, policy.over);
    case 'zipper': return zipper(situation, policy.over);
    case 'least-time': return leastTime(situation, policy.over);
    case 'random': return byLot(situation);
    default: return assertNever(policy);
  }
}

/** [F28] */
function firstTime({ room, waiting }: Situation): Judgement[] {
  const spoken = spokenInSalon(room);
  return waiting.map(({ participantId }) => {
    const first = !spoken.has(participantId);
    return { key: first ? 0 : 1, reason: { why: 'first-time', first } };
  });
}

/** Who belongs to nobody counts alone. */
const countedAs = (group: string | null, participantId: ParticipantId): string => group ?? `alone ${participantId}`;

/** How many of a name have come before: 0 for the first. */
function tally(): (name: string | null) => number {
  const counts = new Map<string | null, number>();
  return (name) => {
    const before = counts.get(name) ?? 0;
    counts.set(name, before + 1);
    return before;
  };
}

/** [F29] */
function roundRobin({ room, waiting }: Situation, over: Grouping): Judgement[] {
  const had = new Map<string, number>();
  for (const turn of contributions(room)) {
    const counted = countedAs(groupOfTurn(room.members, turn, over), turn.participantId);
    had.set(counted, (had.get(counted) ?? 0) + 1);
  }
  const aheadOf = tally();
  return waiting.map((entry) => {
    const group = groupOf(room.members, entry, over);
    const counted = countedAs(group, entry.participantId);
    const turns = had.get(counted) ?? 0;
    const ahead = aheadOf(counted);
    return { key: turns + ahead, reason: { why: 'round-robin', over, group, had: turns, ahead } };
  });
}

/** The groups in the order in which they alternate: as the programme names them, else as their first waiting hand went up. */
function groupsInOrder({ room, waiting }: Situation, over: Grouping): (string | null)[] {
  const named: readonly string[] = over === 'group' ? room.rules.groups : over === 'stance' ? ['pro', 'contra'] : [];
  const met = waiting.map((entry) => groupOf(room.members, entry, over));
  return [...new Set<string | null>([...named, ...met.filter((group) => group !== null), null])];
}

/** [F30] */
function zipper(situation: Situation, over: Grouping): Judgement[] {
  const { room, waiting } = situation;
  const groups = groupsInOrder(situation, over);
  const last = contributions(room).at(-1);
  const start = last ? groups.indexOf(groupOfTurn(room.members, last, over)) + 1 : 0;
  const turnOf = new Map(groups.map((group, index) => [group, (index - start + groups.length) % groups.length]));
  const roundOf = tally();
  return waiting.map((entry) => {
    const group = groupOf(room.members, entry, over);
    const round = roundOf(group);
    return { key: round * groups.length + (turnOf.get(group) ?? 0), reason: { why: 'zipper', over, group, round: round + 1 } };
  });
}

/** [F31] Who asked earlier of the same organisation will have spoken before, for as long as the limit allows. Who belongs to none is counted alone. */
function leastTime({ room, waiting }: Situation, over: 'person' | 'organisation'): Judgement[] {
  const [persons, houses] = [bookedMs(room, 'person'), bookedMs(room, 'organisation')];
  const aheadOf = tally();
  const limit = limitMs(room);
  return waiting.map((entry) => {
    const house = over === 'organisation' ? groupOf(room.members, entry, 'organisation') : null;
    const spoken = (house === null ? persons.get(entry.participantId) : houses.get(house)) ?? 0;
    const ahead = over === 'organisation' ? aheadOf(countedAs(house, entry.participantId)) : 0;
    return { key: spoken + ahead * limit, reason: { why: 'least-time', over, bookedMs: spoken, ahead } };
  });
}

/** [F32] */
function byLot({ room, waiting }: Situation): Judgement[] {
  const lot = lotsBy(room.floor.order.seed);
  return waiting.map(({ entryId }) => ({ key: lot(entryId), reason: { why: 'random' } }));
}
