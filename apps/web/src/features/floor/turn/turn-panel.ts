import type { DeepReadonly } from '@yaji/kit';
import { type Clock, remainingMs } from '@yaji/salon';
import { isMe, type RoomView } from '../../../live/room-view.ts';
import { type Plate, plateOf } from '../../member/plate.ts';

/** The contribution under way. */
export type TurnPanel = {
  turn: number; plate: Plate; clock: DeepReadonly<Clock>; mine: boolean; paused: boolean;
  /** `warned`: less is left than the rules warn at; `over`: the limit is overrun. */
  time: 'plenty' | 'warned' | 'over';
  warnMs: number;
};

export function turnPanel(view: RoomView): TurnPanel | null {
  const { room, now } = view;
  const { current } = room.floor;
  if (!current) return null;
  const { clock, turn, participantId } = current;
  return {
    turn, clock, plate: plateOf(room, participantId), mine: isMe(view, participantId), paused: clock.runningSince === null,
    time: timeOfTurn(clock, now, room.rules.warnMs), warnMs: room.rules.warnMs,
  };
}

export function timeOfTurn(clock: DeepReadonly<Clock>, now: number, warnMs: number): TurnPanel['time'] {
  const left = remainingMs(clock, now);
  return left < 0 ? 'over' : left <= warnMs ? 'warned' : 'plenty';
}
