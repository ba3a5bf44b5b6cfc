import type { ParticipantId, RecordingOrder, RoomId } from '@yaji/contracts';
import { EntitySchema } from 'typeorm';
import { instant, integer, json, key, uuid } from '../planning/columns.ts';

/** Somebody wants a room's recording made in another way. Numbered from 1 within the room; the last one counts. */
export type StoredOrder = { roomId: RoomId; number: number; order: RecordingOrder; orderedBy: ParticipantId; at: number };

export const RecordingOrderEntity = new EntitySchema<StoredOrder>({
  name: 'RecordingOrder',
  tableName: 'recording_order',
  columns: { roomId: key(uuid('room_id')), number: key(integer('number')), order: json('wanted'), orderedBy: uuid('ordered_by'), at: instant('at') },
});
