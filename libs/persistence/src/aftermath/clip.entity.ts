import type { ParticipantId, RoomId } from '@yaji/contracts';
import { EntitySchema } from 'typeorm';
import { instant, integer, json, key, uuid, words } from '../planning/columns.ts';

/** A turn as a file of its own. `number`: of the order that the recording was made by when it was cut, 0: none. `upTo`: log number it derives from. */
export type StoredClip = {
  roomId: RoomId; turn: number; number: number; upTo: number; fileId: string; madeAt: number;
  detail: { participantId: ParticipantId; title: string; durationMs: number; bytes: number };
};

export const ClipEntity = new EntitySchema<StoredClip>({
  name: 'Clip',
  tableName: 'clip',
  columns: {
    roomId: key(uuid('room_id')), turn: key(integer('turn')), number: integer('order_number'), upTo: integer('up_to'),
    fileId: words('file_id'), madeAt: instant('made_at'), detail: json('detail'),
  },
});
