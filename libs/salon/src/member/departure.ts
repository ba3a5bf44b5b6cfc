import type { ParticipantId, RoomEvent } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { continueAfter, endOf } from '../floor/turn/end.ts';
import type { Room } from '../room/room.ts';

/** [M7] What ends when somebody goes: the turn, the interpreting, the hands, the place on the stage, the microphone. */
export function departure({ floor, stage }: DeepReadonly<Room>, participantId: ParticipantId, at: number): RoomEvent[] {
  const { current, interrupted, queue } = floor;
  const waiting = interrupted.filter((turn) => turn.participantId === participantId);
  const own = current?.participantId === participantId ? current : null;
  // Who waits to go on and is gone is not waited for; whoever waits under him is.
  const goesOn = own ? continueAfter({ ...floor, interrupted: interrupted.filter((turn) => !waiting.includes(turn)) }) : [];
  return [
    ...waiting.map((turn) => endOf(turn, 'left', at)),
    ...(own ? [endOf(own, 'left', at), ...goesOn] : []),
    ...(current && !own && current.interpretation?.by === participantId ? [{ type: 'InterpretationEnded' as const, data: { turn: current.turn } }] : []),
    ...queue.filter((entry) => entry.participantId === participantId).map(({ entryId }): RoomEvent => ({ type: 'FloorWithdrawn', data: { entryId } })),
    ...(stage.guests.includes(participantId) ? [{ type: 'StageLeft' as const, data: { participantId } }] : []),
    ...stage.microphones.flatMap((microphone) => unplugged(microphone, participantId)),
  ];
}

const unplugged = ({ microphoneId, pluggedBy, heldBy }: DeepReadonly<Room['stage']['microphones'][number]>, participantId: ParticipantId): RoomEvent[] => [
  ...(pluggedBy === participantId ? [{ type: 'MicrophoneUnplugged' as const, data: { microphoneId } }] : []),
  ...(heldBy === participantId ? [{ type: 'MicrophoneHanded' as const, data: { microphoneId, participantId: null } }] : []),
];
