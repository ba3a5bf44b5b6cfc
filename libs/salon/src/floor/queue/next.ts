import type { CommandId, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../../room/room.ts';
import type { Entry } from '../floor.ts';
import { hasFloor } from '../turn/end.ts';
import { lotsBy } from './lot.ts';
import { entriesInOrder } from './order.ts';
import { rankOf } from './lanes.ts';

/** Who "next" gives the floor to. `entry` null: without having asked. `draw`: the floor went by lot, among so many. */
export type Next = { participantId: ParticipantId; entry: DeepReadonly<Entry> | null; draw: { seed: string; among: number } | null };

const isPrivileged = ({ lane }: DeepReadonly<Entry>): boolean => rankOf(lane) < rankOf('normal');
/** Whatever the mode. */
const comesFirst = (entry: DeepReadonly<Entry>): boolean => isPrivileged(entry) || entry.pin !== null;

/** Present, and not speaking already. */
const mayBegin = ({ members, floor }: DeepReadonly<Room>, participantId: ParticipantId): boolean =>
  members[participantId]?.standing === 'admitted' && members[participantId].place !== null && !hasFloor(floor, participantId);

/**
 * [F34] In every mode the privileged lanes come first. Then: the fixed order, whom the speaker named, or one of those who wait, drawn by
 * `seed`; and where none of these gives anybody, the list. Only who is present is given the floor; null: nobody is.
 */
export function nextUp(room: DeepReadonly<Room>, seed: CommandId | null): Next | null {
  const list = entriesInOrder(room).filter(({ participantId }) => mayBegin(room, participantId));
  const [first = null] = list;
  if (first && comesFirst(first)) return byEntry(first);
  return byMode(room, list, seed) ?? (first && byEntry(first));
}

const byEntry = (entry: DeepReadonly<Entry>): Next => ({ participantId: entry.participantId, entry, draw: null });

function byMode(room: DeepReadonly<Room>, list: readonly DeepReadonly<Entry>[], seed: CommandId | null): Next | null {
  const { mode, playlist, nominee, current } = room.floor;
  const named = (participantId: ParticipantId | null | undefined): Next | null => {
    if (!participantId || !mayBegin(room, participantId)) return null;
    return { participantId, entry: list.find((entry) => entry.participantId === participantId && !isPrivileged(entry)) ?? null, draw: null };
  };
  switch (mode) {
    case 'playlist': return named(playlist.find((id) => mayBegin(room, id)));
    case 'nomination': return named(current?.nominee ?? nominee);
    case 'draw': return seed === null ? null : drawn(list.filter((entry) => !isPrivileged(entry)), seed);
    case 'queue': case 'open': return null;
  }
}

/** [F36] The lot of each who waits is cast by the command's own number; the lowest is given the floor. */
function drawn(list: readonly DeepReadonly<Entry>[], seed: CommandId): Next | null {
  const lot = lotsBy(seed);
  const [entry] = [...list].sort((one, other) => lot(one.entryId) - lot(other.entryId) || one.asked - other.asked);
  return entry ? { participantId: entry.participantId, entry, draw: { seed, among: list.length } } : null;
}

/** Who will be needed soon, in that order. */
export function nextPeople(room: DeepReadonly<Room>): ParticipantId[] {
  const { mode, playlist, nominee, current } = room.floor;
  const named = mode === 'playlist' ? playlist : mode === 'nomination' ? [current?.nominee ?? nominee].filter((id) => id !== null) : [];
  const list = entriesInOrder(room);
  const others = list.findIndex((entry) => !comesFirst(entry));
  const first = (others < 0 ? list : list.slice(0, others)).map(({ participantId }) => participantId);
  return [...new Set([...first, ...named, ...list.map(({ participantId }) => participantId)])].filter((id) => mayBegin(room, id));
}

/** Who comes next, as far as that is known before it happens: not whom the lot will find. */
export function foreseen(room: DeepReadonly<Room>): ParticipantId[] {
  const next = nextPeople(room);
  if (room.floor.mode !== 'draw') return next;
  const known = new Set(entriesInOrder(room).filter(comesFirst).map(({ participantId }) => participantId));
  return next.filter((id) => known.has(id));
}
