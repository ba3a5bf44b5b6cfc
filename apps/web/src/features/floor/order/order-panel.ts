import type { Grouping, OrderPolicy } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { pendingOf } from '../../../live/pending.ts';
import type { RoomView } from '../../../live/room-view.ts';

type Kind = OrderPolicy['policy'];
type Over = Grouping | 'person';
/** How the normal list is ordered. `moved`: somebody stands where the chair put them. `offers`: what may be added, with what it can count by. */
export type OrderPanel = { policies: readonly DeepReadonly<OrderPolicy>[]; moved: boolean; busy: boolean; restoring: boolean; groupings: readonly Grouping[] };

const kinds: readonly Kind[] = ['first-time', 'round-robin', 'zipper', 'least-time', 'random'];
const most = 5;

export function orderPanel({ room, pending }: RoomView): OrderPanel {
  const { order, queue } = room.floor;
  const said = pending.find((one) => one.type === 'floor.setOrder');
  return {
    policies: said?.type === 'floor.setOrder' ? said.data.policies : order.policies,
    moved: queue.some(({ pin }) => pin !== null), busy: said !== undefined, restoring: pendingOf(pending, 'floor.restoreOrder'), groupings: groupingsOf(room),
  };
}

/** Only what somebody here belongs to can be counted by; for and against is marked by whoever asks. */
function groupingsOf({ members, rules }: RoomView['room']): Grouping[] {
  const people = Object.values(members);
  const known: Record<Grouping, boolean> = {
    organisation: people.some(({ organisationId }) => organisationId !== null), country: people.some(({ country }) => country !== null),
    group: rules.groups.length > 0, stance: true,
  };
  return (['organisation', 'country', 'group', 'stance'] as const).filter((one) => known[one]);
}

/** By what a policy can count here; empty where it counts by nothing. */
export function oversOf(kind: Kind, groupings: readonly Grouping[]): readonly Over[] {
  switch (kind) {
    case 'round-robin': case 'zipper': return groupings;
    case 'least-time': return groupings.includes('organisation') ? ['person', 'organisation'] : ['person'];
    case 'first-time': case 'random': return [];
  }
}

export const overOf = (policy: DeepReadonly<OrderPolicy>): Over | null => ('over' in policy ? policy.over : null);

/** The same policy, counting by something else. */
export function counting(policy: DeepReadonly<OrderPolicy>, over: Over): DeepReadonly<OrderPolicy> {
  if (policy.policy === 'least-time') return over === 'person' || over === 'organisation' ? { ...policy, over } : policy;
  return 'over' in policy && over !== 'person' ? { ...policy, over } : policy;
}

const sameAs = (one: DeepReadonly<OrderPolicy>) => (other: DeepReadonly<OrderPolicy>) => one.policy === other.policy && overOf(one) === overOf(other);

/** What can still be added: every kind once, and the groupings once for each of what they count by. After the lot nothing is left open. */
export function offersOf(draft: readonly DeepReadonly<OrderPolicy>[], groupings: readonly Grouping[]): DeepReadonly<OrderPolicy>[] {
  if (draft.length >= most) return [];
  return kinds.flatMap((kind) => firstFree(kind, draft, groupings) ?? []);
}

function firstFree(kind: Kind, draft: readonly DeepReadonly<OrderPolicy>[], groupings: readonly Grouping[]): DeepReadonly<OrderPolicy> | undefined {
  const free = (policy: DeepReadonly<OrderPolicy>) => !draft.some(sameAs(policy));
  switch (kind) {
    case 'first-time': case 'random': return [{ policy: kind }].find(free);
    case 'round-robin': case 'zipper': return groupings.map((over) => ({ policy: kind, over })).find(free);
    case 'least-time': return (['person', 'organisation'] as const).filter((over) => oversOf(kind, groupings).includes(over)).map((over) => ({ policy: kind, over })).find(free);
  }
}

/** The same things, one of them elsewhere; null: not there any more. */
export function placed<T>(list: readonly T[], from: number, to: number | null): T[] {
  const moved = [...list];
  const [one] = moved.splice(from, 1);
  if (one !== undefined && to !== null) moved.splice(to, 0, one);
  return moved;
}
