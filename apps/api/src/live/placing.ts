import type { LiveStanding, Snapshot } from '@yaji/contracts';
import { isModerating, viewerOf } from '@yaji/salon';
import { allowances } from './credit.ts';
import type { LiveRoom } from './live-room.ts';
import { countPresence } from './presence-count.ts';
import { chatChannel, classChannel, type LiveSocket, personChannel, type Placed, type Seat } from './seat.ts';
import { tellPlaced } from './tell-translations.ts';
import { viewFor } from './view-for.ts';

/** How somebody stands by the room's own state. */
export function placedBy({ feed: { room } }: LiveRoom, { participantId }: Seat): Placed {
  const member = room.members[participantId];
  return { sees: viewerOf(room, participantId).sees, role: member?.role ?? null, standing: member?.standing ?? 'unknown' };
}

export const sameAs = (one: Placed | null, other: Placed): boolean =>
  one?.sees === other.sees && one.role === other.role && one.standing === other.standing;

/** For sending at once: the room in it may be shared with others of the class. */
export function snapshotFor(live: LiveRoom, { participantId, person }: Seat): Snapshot {
  const { seq, room } = live.feed;
  return { seq, room: viewFor(live, participantId), me: { participantId, role: room.members[participantId]?.role ?? person.role }, now: Date.now() };
}

/** What is told to those outside. Who was admitted but has not come in yet still waits, for a moment. */
function standingOf({ feed: { room } }: LiveRoom, { participantId }: Seat): LiveStanding {
  const member = room.members[participantId];
  const answer = member?.message ? { message: member.message } : {};
  if (member?.standing === 'declined') return { state: 'declined', ...answer };
  return { state: member?.standing === 'removed' ? 'removed' : 'waiting' };
}

/**
 * Puts a socket where it belongs: into the channel of its class with a snapshot, or outside with its standing. Channel and snapshot
 * change in one tick, and nothing may be waiting to be told: so nothing is lost and nothing leaks between the two.
 */
export function place(live: LiveRoom, socket: LiveSocket): void {
  const { seat } = socket.data;
  const before = seat.placed;
  const placed = placedBy(live, seat);
  seat.placed = placed;
  if (before && before.sees !== 'outside') {
    void socket.leave(classChannel(live.roomId, before.sees));
    void socket.leave(chatChannel(live.roomId, before.sees));
  }
  void socket.join(personChannel(live.roomId, seat.participantId));
  if (placed.sees === 'outside') {
    const standing = standingOf(live, seat);
    socket.emit('standing', standing);
    if (standing.state === 'removed') socket.disconnect(true);
    return;
  }
  seat.credit.allow(placed.role !== null && isModerating(placed.role) ? allowances.desk : allowances.seat);
  void socket.join(classChannel(live.roomId, placed.sees));
  if (before && before.sees !== 'outside') socket.emit('resync');
  socket.emit('snapshot', snapshotFor(live, seat));
  socket.emit('presence', countPresence(live));
  tellPlaced(live, socket, placed.sees);
}
