import type { ParticipantId, RoomEvent } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { endOf } from '../floor/turn.ts';
import type { Room } from '../room/room.ts';

/** [M7] What ends when somebody goes: the turn, the hand, the place on the stage. */
export function departure({ floor, stage }: DeepReadonly<Room>, participantId: ParticipantId, at: number): RoomEvent[] {
  const events: RoomEvent[] = [];
  if (floor.current?.participantId === participantId) events.push(endOf(floor.current, 'left', at));
  const entry = floor.queue.find((one) => one.participantId === participantId);
  if (entry) events.push({ type: 'FloorWithdrawn', data: { entryId: entry.entryId } });
  if (stage.guests.includes(participantId)) events.push({ type: 'StageLeft', data: { participantId } });
  return events;
}
