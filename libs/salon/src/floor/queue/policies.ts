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
/**
 * A policy made ready for a list. Its key of an entry depends on what was, and on those who asked earlier, never on who asks later:
 * so one more hand moves nobody who waits (F27).
 */
export type Comparator = (entry: DeepReadonly<Entry>) => Judgement;

/** `waiting`: the normal lane, in the order of asking. */
export type Situation = { room: DeepReadonly<Room>; waiting: readonly DeepReadonly<Entry>[] };

export function comparatorOf(policy: DeepReadonly<OrderPolicy>, situation: Situation): Comparator {
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
function firstTime({ room }: Situation): Comparator {
  const spoken = spokenInSalon(room);
  return ({ participantId }) => {
    const first = !spoken.has(participantId);
    return { key: first ? 0 : 1, reason: { why: 'first-time', first } };
  };
}

/** Who belongs to nobody counts alone. */
const countedAs = (group: string | null, participantId: ParticipantId): string => group ?? `alone ${participantId}`;

/** How many of the same group asked earlier, for each entry. */
function aheadInGroup({ room, waiting }: Situation, over: Grouping): Map<DeepReadonly<Entry>, number> {
  const counts = new Map<string, number>();
  return new Map(waiting.map((entry) => {
    const group = countedAs(groupOf(room.members, entry, over), entry.participantId);
    const ahead = counts.get(group) ?? 0;
    counts.set(group, ahead + 1);
    return [entry, ahead];
  }));
}

/** [F29] */
function roundRobin(situation: Situation, over: Grouping): Comparator {
  const { room } = situation;
  const had = new Map<string, number>();
  for (const turn of contributions(room)) {
    const group = countedAs(groupOfTurn(room.members, turn, over), turn.participantId);
    had.set(group, (had.get(group) ?? 0) + 1);
  }
  const aheads = aheadInGroup(situation, over);
  return (entry) => {
    const group = groupOf(room.members, entry, over);
    const turns = had.get(countedAs(group, entry.participantId)) ?? 0;
    const ahead = aheads.get(entry) ?? 0;
    return { key: turns + ahead, reason: { why: 'round-robin', over, group, had: turns, ahead } };
  };
}

/** The groups in the order in which they alternate: as the programme names them, else as their first waiting hand went up. */
function groupsInOrder({ room, waiting }: Situation, over: Grouping): (string | null)[] {
  const named: readonly string[] = over === 'group' ? room.rules.groups : over === 'stance' ? ['pro', 'contra'] : [];
  const met = waiting.map((entry) => groupOf(room.members, entry, over));
  return [...new Set<string | null>([...named, ...met.filter((group) => group !== null), null])];
}

/** [F30] */
function zipper(situation: Situation, over: Grouping): Comparator {
  const { room, waiting } = situation;
  const groups = groupsInOrder(situation, over);
  const last = contributions(room).at(-1);
  const start = last ? groups.indexOf(groupOfTurn(room.members, last, over)) + 1 : 0;
  const turnOf = new Map(groups.map((group, index) => [group, (index - start + groups.length) % groups.length]));
  const rounds = new Map<string | null, number>();
  const roundOf = new Map(waiting.map((entry) => {
    const group = groupOf(room.members, entry, over);
    const round = rounds.get(group) ?? 0;
    rounds.set(group, round + 1);
    return [entry, round];
  }));
  return (entry) => {
    const group = groupOf(room.members, entry, over);
    const round = roundOf.get(entry) ?? 0;
    return { key: round * groups.length + (turnOf.get(group) ?? 0), reason: { why: 'zipper', over, group, round: round + 1 } };
  };
}

/** [F31] Who asked earlier of the same organisation will have spoken before, for as long as the limit allows. Who belongs to none is counted alone. */
function leastTime(situation: Situation, over: 'person' | 'organisation'): Comparator {
  const { room } = situation;
  const [persons, houses] = [bookedMs(room, 'person'), bookedMs(room, 'organisation')];
  const aheads = over === 'organisation' ? aheadInGroup(situation, 'organisation') : null;
  const limit = limitMs(room);
  return (entry) => {
    const house = over === 'organisation' ? groupOf(room.members, entry, 'organisation') : null;
    const spoken = (house === null ? persons.get(entry.participantId) : houses.get(house)) ?? 0;
    const ahead = aheads?.get(entry) ?? 0;
    return { key: spoken + ahead * limit, reason: { why: 'least-time', over, bookedMs: spoken, ahead } };
  };
}

/** [F32] */
function byLot({ room }: Situation): Comparator {
  const lot = lotsBy(room.floor.order.seed);
  return ({ entryId }) => ({ key: lot(entryId), reason: { why: 'random' } });
}
