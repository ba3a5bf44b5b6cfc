import { randomUUID } from 'node:crypto';
import { CommandId, type Refusal } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import type { DataSource } from 'typeorm';
import { arrive } from './arrivals.ts';
import type { LiveRoom } from './live-room.ts';
import { doorsOpenAt, mayOpen, openingId, openingOf } from './opening.ts';
import { withinPatience } from './patience.ts';
import { placedBy } from './placing.ts';
import type { LiveSocket, Seat } from './seat.ts';

/** A thousand may come at once, after a process was lost. */
const patienceMs = 8_000;

export type EntryPorts = { engine: Engine; database: DataSource };

/**
 * Brings a socket into its room: opens the room if that is still to be done and may be, says who is here, and puts the socket where the
 * room's own state says. Answers null, or when the doors open (UTC milliseconds) if they are still closed for this person.
 * Rejects when a port fails; saying it again does no harm.
 */
export async function enter(live: LiveRoom, socket: LiveSocket, ports: EntryPorts): Promise<number | null> {
  const { seat } = socket.data;
  const opensAt = live.feed.room.phase === 'planned' ? await open(live, socket, ports) : null;
  if (opensAt !== null) return opensAt;
  const refusal = live.feed.room.phase === 'closed' ? null : await announce(live, seat, ports.engine);
  if (!socket.connected) return null;
  const { sees, standing } = placedBy(live, seat);
  if (live.feed.room.phase === 'closed' && sees === 'outside') {
    socket.emit('refused', { code: 'room/closed' });
    socket.disconnect(true);
  } else if (refusal && standing === 'unknown') {
    throw new Error(`nobody can enter room ${live.roomId}: ${refusal.code}`);
  } else {
    arrive(live, socket);
  }
  return null;
}

async function announce({ roomId }: LiveRoom, { person, plate, place: where }: Seat, engine: Engine): Promise<Refusal | null> {
  const command = { type: 'member.enter' as const, data: { person, plate, place: where, message: null } };
  const outcome = await withinPatience(engine.handle(roomId, command, { by: null, commandId: CommandId.parse(randomUUID()) }), patienceMs);
  return outcome.ok ? null : outcome.refusal;
}

/** Opens the room and answers null; if it may not be opened yet, the socket waits for the doors. */
async function open(live: LiveRoom, socket: LiveSocket, { engine, database }: EntryPorts): Promise<number | null> {
  const { roomId } = live;
  const opensAt = await doorsOpenAt(roomId, database);
  if (!mayOpen(socket.data.seat.person.role, opensAt, Date.now())) {
    live.early.add(socket);
    socket.emit('standing', { state: 'not-open-yet', opensAt });
    return opensAt;
  }
  const opening = await openingOf(roomId, database);
  await withinPatience(engine.handle(roomId, opening, { by: null, commandId: openingId(roomId) }), patienceMs);
  return null;
}
