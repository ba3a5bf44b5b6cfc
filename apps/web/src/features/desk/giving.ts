import type { EntryId, Lane, LocalText, MicrophoneId, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { remainingMs } from '@yaji/salon';
import type { RoomView } from '../../live/room-view.ts';
import { type Plate, plateOf } from '../member/plate.ts';

/** A microphone of the hall. `plugged`: a page brings its sound; `speaks`: the turn under way is heard through it. */
export type HallMicrophone = { microphoneId: MicrophoneId; title: DeepReadonly<LocalText>; holder: Plate | null; plugged: boolean; speaks: boolean };
/** In which ways somebody can be given the floor now. `lanes`: as what, beside the way they asked for. `restMs`: of the turn that could be handed on to them. */
export type Giving = { participantId: ParticipantId; entryId: EntryId | null; can: boolean; lanes: readonly Lane[]; microphones: readonly HallMicrophone[]; restMs: number | null };

export function hallMicrophones({ room }: RoomView): HallMicrophone[] {
  const { current } = room.floor;
  return room.rules.microphones.map(({ microphoneId, title }) => {
    const microphone = room.stage.microphones.find((one) => one.microphoneId === microphoneId);
    const heldBy = microphone?.heldBy ?? null;
    return {
      microphoneId, title, holder: heldBy === null ? null : plateOf(room, heldBy), plugged: (microphone?.pluggedBy ?? null) !== null, speaks: current?.microphone === microphoneId,
    };
  });
}

const privileged: readonly Lane[] = ['interposed', 'point-of-order', 'intervention'];

/** `entryId`: of the hand that is meant; null: whatever they asked for, or nothing. */
export function givingTo(view: RoomView, participantId: ParticipantId, entryId: EntryId | null = null): Giving {
  const { room, now } = view;
  const { current, queue } = room.floor;
  const can = mayBegin(room, participantId);
  const asked = queue.find((entry) => entry.entryId === entryId)?.lane ?? 'normal';
  const rest = current ? remainingMs(current.clock, now) : 0;
  return {
    participantId, entryId, can, lanes: privileged.filter((lane) => lane !== asked),
    microphones: room.members[participantId]?.place === 'hall' ? hallMicrophones(view) : [], restMs: can && rest > 0 ? rest : null,
  };
}

/** Here, and neither speaking nor waiting to go on. */
function mayBegin({ members, floor, phase }: RoomView['room'], participantId: ParticipantId): boolean {
  const member = members[participantId];
  const hasFloor = [floor.current, ...floor.interrupted].some((turn) => turn?.participantId === participantId);
  return phase === 'open' && floor.mode !== 'open' && !hasFloor && member?.standing === 'admitted' && member.place !== null;
}
