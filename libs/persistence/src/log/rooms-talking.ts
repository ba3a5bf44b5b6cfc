import type { RoomId } from '@yaji/contracts';
import type { DataSource } from 'typeorm';
import { poolOf } from '../pool.ts';

const read = `
select h.room_id as "roomId" from room_head h where h.closed_at is null and h.seq > 0
  and (select e.type = 'TurnStarted' and e.at < now() - $1 * interval '1 millisecond'
    from room_event e where e.room_id = h.room_id and e.type in ('TurnStarted', 'TurnEnded') order by e.seq desc limit 1)`;

/** Rooms that are open, in which the last turn to begin has gone on for so long, milliseconds. */
export async function roomsTalkingFor(source: DataSource, longMs: number): Promise<RoomId[]> {
  return (await poolOf(source).query<{ roomId: RoomId }>(read, [longMs])).rows.map(({ roomId }) => roomId);
}
