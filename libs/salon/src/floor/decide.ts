import type { Command, CommandOf } from '@yaji/contracts';
import { assertNever, type DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import type { MemberStamp } from '../stamp.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import { setMode } from './queue/mode.ts';
import { move, raise, withdraw } from './queue/raise.ts';
import { topUp, transfer } from './time/transfer.ts';
import { actOnTurn } from './turn/act.ts';
import { grantNext, grantTo } from './turn/grant.ts';
import { undo } from './turn/undo.ts';

export type FloorCommand = Extract<Command, { type: `floor.${string}` }>;

export function decideFloor(room: DeepReadonly<Room>, command: FloorCommand, stamp: MemberStamp): Verdict {
  switch (command.type) {
    case 'floor.request': return raise(room, { ...command.data, participantId: stamp.by }, stamp);
    case 'floor.add': return raise(room, command.data, stamp);
    case 'floor.withdraw': return withdraw(room, command.data.entryId, stamp);
    case 'floor.move': return move(room, command.data);
    case 'floor.restoreOrder': return room.floor.queue.some(({ pin }) => pin) ? accept({ type: 'FloorOrderRestored', data: {} }) : accept();
    // [F32] Chance comes in with the command: its own number is the seed.
    case 'floor.setOrder': return accept({ type: 'FloorOrderSet', data: { policies: command.data.policies, seed: stamp.commandId } });
    case 'floor.setMode': return setMode(room, command.data, stamp.at);
    case 'floor.closeList': return room.floor.list === 'closed' ? accept() : accept({ type: 'FloorListClosed', data: {} });
    case 'floor.reopenList': return room.floor.list === 'open' ? accept() : accept({ type: 'FloorListReopened', data: {} });
    case 'floor.grantNext': return grantNext(room, command.data, stamp);
    case 'floor.grantTo': return grantTo(room, command.data, stamp.at);
    case 'floor.undo': return undo(room, command.data.turn, stamp.at);
    case 'floor.topUp': return topUp(room, command.data);
    case 'floor.transfer': return transfer(room, command.data, stamp);
    case 'floor.pause': case 'floor.resume': case 'floor.extend': case 'floor.end':
    case 'floor.yield': case 'floor.nominate': case 'floor.veto': case 'floor.interpret': return actOnTurn(room, command, stamp);
    default: return assertNever(command);
  }
}

/** [F17] */
export function decideMeasure(room: DeepReadonly<Room>, { turn, speechMs }: CommandOf<'floor.measure'>['data']): Verdict {
  const past = room.floor.past.find((one) => one.turn === turn);
  if (!past) return refuse('floor/unknown-turn');
  if (past.speechMs !== null) return refuse('floor/already-measured');
  return accept({ type: 'TurnMeasured', data: { turn, speechMs: Math.min(speechMs, past.tookMs) } });
}

/** [F42] */
export function decideOpenSpeech({ members, agenda }: DeepReadonly<Room>, data: CommandOf<'floor.measureOpen'>['data']): Verdict {
  if (!members[data.participantId]) return refuse('member/unknown');
  return accept({ type: 'SpeechMeasured', data: { ...data, itemId: agenda.runningItem, topicId: agenda.runningTopic } });
}
