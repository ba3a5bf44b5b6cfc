import type { RoomId, SalonId } from '@yaji/contracts';
import type { DataSource } from 'typeorm';

/** How far a room has come, and what was published of it. */
export type RoomProgress = { roomId: RoomId; salonId: SalonId; opened: boolean; closed: boolean; hasRecording: boolean; hasMinutes: boolean };

/** After RoomClosed only a few measurements can follow, so the end of the log says whether it is closed. */
const progress = `
  select r.room_id as "roomId", r.salon_id as "salonId", coalesce(h.seq, 0) > 0 as opened,
    exists (select from room_event e where e.room_id = r.room_id and e.seq > h.seq - 50 and e.type = 'RoomClosed') as closed,
    exists (select from publication p where p.room_id = r.room_id and p.kind = 'recording') as "hasRecording",
    exists (select from publication p where p.room_id = r.room_id and p.kind = 'minutes') as "hasMinutes"
  from room r left join room_head h on h.room_id = r.room_id
  where r.salon_id = any($1::uuid[]) order by r.salon_id, r.position`;

export const progressOf = (database: DataSource, salonIds: readonly SalonId[]): Promise<RoomProgress[]> => database.query(progress, [salonIds]);
