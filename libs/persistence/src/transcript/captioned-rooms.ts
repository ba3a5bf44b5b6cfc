import type { CaptionSource, RoomId } from '@yaji/contracts';
import type { DataSource } from 'typeorm';
import { poolOf } from '../pool.ts';

const read = `
select h.room_id as "roomId", coalesce(
  (select e.data->>'source' from room_event e where e.room_id = h.room_id and e.type = 'CaptionsChosen' order by e.seq desc limit 1),
  (select e.data->'rules'->>'captions' from room_event e where e.room_id = h.room_id and e.type = 'RoomOpened' limit 1), 'off') as source
from room_head h where h.closed_at is null and h.seq > 0`;

/** Rooms that are open, with where their captions come from. */
export async function captionedRooms(source: DataSource): Promise<{ roomId: RoomId; source: CaptionSource }[]> {
  return (await poolOf(source).query<{ roomId: RoomId; source: CaptionSource }>(read)).rows;
}
