import type { Lane, LocalText } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { type Clock, remainingMs } from '@yaji/salon';
import { isMe, type RoomView } from '../../../live/room-view.ts';
import { type Plate, plateOf } from '../../member/plate.ts';

/** The contribution under way. */
export type TurnPanel = {
  turn: number; plate: Plate; lane: Lane;
  /** The clock that runs: the speaker's, or the interpreter's. */
  clock: DeepReadonly<Clock>; mine: boolean; paused: boolean;
  /** `warned`: less is left than the rules warn at; `over`: the limit is overrun. */
  time: 'plenty' | 'warned' | 'over';
  warnMs: number;
  /** Who interprets now; null: the speaker speaks. */
  interpreter: Plate | null;
  /** Who waits to go on when this is over, and with how much. */
  interrupted: { plate: Plate; restMs: number } | null;
  /** The hall's microphone through which the speaker is heard. */
  microphone: DeepReadonly<LocalText> | null;
  softClose: SoftClose | null;
};
/** The limit is over: in `fadesInMs` the sound begins to fade (0: it does), in `endsInMs` the turn ends. */
export type SoftClose = { fadesInMs: number; endsInMs: number };

export function turnPanel(view: RoomView): TurnPanel | null {
  const { room, now } = view;
  const { current, interrupted } = room.floor;
  if (!current) return null;
  const { turn, participantId, interpretation, lane, microphone } = current;
  const by = interpretation?.by ?? null;
  const clock = interpretation && by !== null ? interpretation.clock : current.clock;
  const waiting = interrupted.at(-1);
  return {
    turn, clock, lane, plate: plateOf(room, participantId), mine: isMe(view, participantId), paused: clock.runningSince === null,
    time: timeOfTurn(clock, now, room.rules.warnMs), warnMs: room.rules.warnMs,
    interpreter: by === null ? null : plateOf(room, by),
    interrupted: waiting ? { plate: plateOf(room, waiting.participantId), restMs: Math.max(0, remainingMs(waiting.clock, now)) } : null,
    microphone: room.rules.microphones.find(({ microphoneId }) => microphoneId === microphone)?.title ?? null,
    softClose: softClose(view),
  };
}

/** While an interpreter speaks, or the clock stands, nothing fades. */
function softClose({ room: { floor: { current }, rules }, now }: RoomView): SoftClose | null {
  if (!current || rules.atLimit !== 'soft-close' || current.clock.runningSince === null) return null;
  const left = remainingMs(current.clock, now);
  if (left > 0) return null;
  return { fadesInMs: Math.max(0, left + (rules.softCloseMs * 2) / 3), endsInMs: Math.max(0, left + rules.softCloseMs) };
}

export function timeOfTurn(clock: DeepReadonly<Clock>, now: number, warnMs: number): TurnPanel['time'] {
  const left = remainingMs(clock, now);
  return left < 0 ? 'over' : left <= warnMs ? 'warned' : 'plenty';
}
