import type { Command, CommandOf } from '@yaji/contracts';
import { assertNever, type DeepReadonly } from '@yaji/kit';
import { isModerating } from '../policy.ts';
import type { Room } from '../room/room.ts';
import type { MemberStamp } from '../stamp.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import { grantNext, grantTo } from './grant.ts';
import { move, raise, withdraw } from './queue.ts';
import { endOf } from './turn.ts';
import { undo } from './undo.ts';

export type FloorCommand = Extract<Command, { type: `floor.${string}` }>;

export function decideFloor(room: DeepReadonly<Room>, command: FloorCommand, stamp: MemberStamp): Verdict {
  switch (command.type) {
    case 'floor.request': return raise(room, stamp.by, stamp);
    case 'floor.add': return raise(room, command.data.participantId, stamp);
    case 'floor.withdraw': return withdraw(room, command.data.entryId, stamp);
    case 'floor.move': return move(room, command.data);
    case 'floor.closeList': return room.floor.list === 'closed' ? accept() : accept({ type: 'FloorListClosed', data: {} });
    case 'floor.reopenList': return room.floor.list === 'open' ? accept() : accept({ type: 'FloorListReopened', data: {} });
    case 'floor.grantNext': return grantNext(room, command.data, stamp.at);
    case 'floor.grantTo': return grantTo(room, command.data, stamp.at);
    case 'floor.undo': return undo(room, command.data.turn, stamp.at);
    case 'floor.pause': case 'floor.resume': case 'floor.extend': case 'floor.end': return decideTurn(room, command, stamp);
    default: return assertNever(command);
  }
}

type TurnCommand = CommandOf<'floor.pause' | 'floor.resume' | 'floor.extend' | 'floor.end'>;

/** [F20] What is done to a turn names it. */
function decideTurn(room: DeepReadonly<Room>, command: TurnCommand, stamp: MemberStamp): Verdict {
  const { current } = room.floor;
  if (!current) return refuse('floor/nobody-speaking');
  const { turn } = current;
  if (command.data.turn !== turn) return refuse('floor/stale', { turn });
  switch (command.type) {
    case 'floor.pause': return current.clock.runningSince === null ? refuse('floor/already-paused') : accept({ type: 'TurnPaused', data: { turn } });
    case 'floor.resume': return current.clock.runningSince === null ? accept({ type: 'TurnResumed', data: { turn } }) : refuse('floor/not-paused');
    case 'floor.extend': return accept({ type: 'TurnExtended', data: { turn, byMs: command.data.byMs } });
    case 'floor.end':
      return isModerating(stamp.role) || current.participantId === stamp.by ? accept(endOf(current, 'ended', stamp.at)) : refuse('floor/not-yours');
    default: return assertNever(command);
  }
}

/** [F17] */
export function decideMeasure(room: DeepReadonly<Room>, { turn, speechMs }: CommandOf<'floor.measure'>['data']): Verdict {
  const past = room.floor.past.find((one) => one.turn === turn);
  if (!past) return refuse('floor/unknown-turn', { turn });
  if (past.speechMs !== null) return refuse('floor/already-measured', { turn });
  return accept({ type: 'TurnMeasured', data: { turn, speechMs: Math.min(speechMs, past.tookMs) } });
}
