import type { LocalText } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { type Clock, nextUp, type Room } from '@yaji/salon';
import { isMe, type RoomView } from '../../live/room-view.ts';
import { type Plate, plateOf } from '../member/plate.ts';

/** What somebody in the hall does now. `called`: next, and should go to a microphone or be brought one. */
export type SeatPanel = {
  mine: 'speaking' | 'paused' | 'interrupted' | 'called' | 'none';
  /** The microphone that one holds or speaks at. */
  microphone: DeepReadonly<LocalText> | null;
  now: { turn: number; speaker: Plate; clock: DeepReadonly<Clock>; warnMs: number } | null;
};

export function seatPanel(view: RoomView): SeatPanel {
  const { room } = view;
  const { current } = room.floor;
  return {
    mine: whatIDo(view),
    microphone: microphoneOf(room, view),
    now: current && { turn: current.turn, speaker: plateOf(room, current.participantId), clock: current.clock, warnMs: room.rules.warnMs },
  };
}

function whatIDo(view: RoomView): SeatPanel['mine'] {
  const { room } = view;
  const { current, interrupted } = room.floor;
  if (current && isMe(view, current.participantId)) return current.clock.runningSince === null && !current.interpretation?.by ? 'paused' : 'speaking';
  if (interrupted.some(({ participantId }) => isMe(view, participantId))) return 'interrupted';
  return isMe(view, nextUp(room, null)?.participantId) ? 'called' : 'none';
}

function microphoneOf(room: DeepReadonly<Room>, view: RoomView): SeatPanel['microphone'] {
  const { current } = room.floor;
  const spoken = current && isMe(view, current.participantId) ? current.microphone : null;
  const held = spoken ?? room.stage.microphones.find(({ heldBy }) => isMe(view, heldBy))?.microphoneId;
  return room.rules.microphones.find(({ microphoneId }) => microphoneId === held)?.title ?? null;
}
