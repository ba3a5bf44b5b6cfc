import type { RoomId } from '@yaji/contracts';
import type { DataSource } from 'typeorm';

/** Rooms that were opened, not closed, and in which something happened within a day. */
const statement = `
  select h.room_id as "roomId" from room_head h
  join room_event last on last.room_id = h.room_id and last.seq = h.seq
  where last.at > now() - interval '1 day'
    and not exists (select from room_event e where e.room_id = h.room_id and e.seq > h.seq - 50 and e.type = 'RoomClosed')`;

export async function openRooms(database: DataSource): Promise<RoomId[]> {
  const rows: { roomId: RoomId }[] = await database.query(statement);
  return rows.map(({ roomId }) => roomId);
}
