import type { IngestSeen, ParticipantId } from '@yaji/contracts';
import type { RoomView } from '../../../live/room-view.ts';
import { findPeople } from '../../member/people-panel.ts';
import { type Plate, plateOf } from '../../member/plate.ts';

/** Who may be sent for: everybody of the room but those in the hall, where no encoder sends. */
export const encoderPeople = (view: RoomView): Plate[] => findPeople(view, '').filter(({ participantId }) => view.room.members[participantId]?.place !== 'hall');

/** On the stage, or with the floor: an encoder that starts now is let in. */
export const maySendNow = ({ room }: RoomView, participantId: ParticipantId): boolean =>
  room.stage.guests.includes(participantId) || room.floor.current?.participantId === participantId;

export type KeyRow = { seen: IngestSeen; plate: Plate };
export const keyRows = ({ room }: RoomView, keys: readonly IngestSeen[]): KeyRow[] =>
  keys.filter(({ participantId }) => room.members[participantId]).map((seen) => ({ seen, plate: plateOf(room, seen.participantId) }));
