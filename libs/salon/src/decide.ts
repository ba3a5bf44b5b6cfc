import type { AnyCommand, Command, ServerCommand } from '@yaji/contracts';
import { assertNever, type DeepReadonly } from '@yaji/kit';
import { decideAction } from './action/decide.ts';
import { decideCaptions } from './caption/choose.ts';
import { decideAgenda } from './agenda/decide.ts';
import { type AwardCommand, decideAward } from './award/decide.ts';
import { type BallotCommand, decideBallot, decideCount } from './ballot/decide.ts';
import { decideElectorate, type ElectorateCommand } from './ballot/electorate.ts';
import { decideTick } from './deadline.ts';
import { decideFloor, decideMeasure, decideOpenSpeech } from './floor/decide.ts';
import { hearElsewhere } from './floor/elsewhere.ts';
import { decideAbsence, decideEntry } from './member/door.ts';
import { decideMember } from './member/decide.ts';
import { decideMotion, type MotionCommand } from './motion/decide.ts';
import { mayDo } from './policy.ts';
import { decidePoll } from './poll/decide.ts';
import { decideQuestion } from './question/decide.ts';
import { decideRecording } from './recording/decide.ts';
import { decideClosing, decideOpening } from './room/decide.ts';
import type { Room } from './room/room.ts';
import type { MemberStamp, Stamp } from './stamp.ts';
import { decideStage } from './stage/decide.ts';
import { decideStream, endPush } from './stream/decide.ts';
import { refuse, type Verdict } from './verdict.ts';

/** What a command comes to in this room. Pure: it is asked again after a lost race. Never throws, never changes the room (L4). */
export function decide(room: DeepReadonly<Room>, command: AnyCommand, stamp: Stamp): Verdict {
  if (isServerCommand(command)) return stamp.by === null ? decideForServer(room, command, stamp) : refuse('member/role-may-not');
  if (stamp.by === null) return refuse('member/role-may-not');
  if (room.phase !== 'open') return refuse(room.phase === 'planned' ? 'room/not-open' : 'room/closed');
  const member = room.members[stamp.by];
  if (!member) return refuse('member/unknown');
  if (member.standing === 'removed') return refuse('member/removed');
  if (member.standing !== 'admitted') return refuse('member/not-admitted');
  if (!mayDo(member.role, command.type)) return refuse('member/role-may-not');
  return decideForMember(room, command, { ...stamp, by: stamp.by, role: member.role });
}

function decideForServer(room: DeepReadonly<Room>, command: ServerCommand, stamp: Stamp): Verdict {
  if (command.type === 'room.open') return decideOpening(room, command.data);
  if (room.phase === 'planned') return refuse('room/not-open');
  if (command.type === 'floor.measure') return decideMeasure(room, command.data);
  if (command.type === 'floor.measureOpen') return decideOpenSpeech(room, command.data);
  if (room.phase === 'closed') return refuse('room/closed');
  switch (command.type) {
    case 'floor.hearElsewhere': return hearElsewhere(room, command.data);
    case 'room.tick': return decideTick(room, stamp.at);
    case 'member.enter': return decideEntry(room, command.data);
    case 'ballot.count': return decideCount(room, command.data);
    case 'stream.endPush': return endPush(room, command.data);
    case 'member.absent': return decideAbsence(room, command.data, stamp.at);
    default: return assertNever(command);
  }
}

const noun = <N extends string>(command: Command, name: N): command is Extract<Command, { type: `${N}.${string}` }> => command.type.startsWith(`${name}.`);

function decideForMember(room: DeepReadonly<Room>, command: Command, stamp: MemberStamp): Verdict {
  if (noun(command, 'floor')) return decideFloor(room, command, stamp);
  if (noun(command, 'agenda')) return decideAgenda(room, command, stamp.at);
  if (noun(command, 'question')) return decideQuestion(room, command, stamp);
  if (noun(command, 'poll')) return decidePoll(room, command, stamp);
  if (noun(command, 'member')) return decideMember(room, command, stamp);
  if (noun(command, 'stage')) return decideStage(room, command, stamp);
  if (noun(command, 'action')) return decideAction(room, command, stamp);
  if (noun(command, 'recording')) return decideRecording(room, command);
  if (noun(command, 'caption')) return decideCaptions(room, command);
  if (noun(command, 'stream')) return decideStream(room, command);
  if (noun(command, 'room')) return decideClosing(room, stamp.at);
  return decideVote(room, command, stamp);
}

type VoteCommand = MotionCommand | BallotCommand | ElectorateCommand | AwardCommand;

function decideVote(room: DeepReadonly<Room>, command: VoteCommand, stamp: MemberStamp): Verdict {
  if (noun(command, 'motion')) return decideMotion(room, command, stamp);
  if (noun(command, 'ballot')) return decideBallot(room, command, stamp);
  if (noun(command, 'electorate')) return decideElectorate(room, command, stamp);
  if (noun(command, 'award')) return decideAward(room, command, stamp);
  return assertNever(command);
}

const serverCommands: Readonly<Record<ServerCommand['type'], true>> = {
  'room.open': true, 'room.tick': true, 'member.enter': true, 'member.absent': true, 'floor.measure': true, 'floor.measureOpen': true, 'floor.hearElsewhere': true, 'ballot.count': true, 'stream.endPush': true,
};
const isServerCommand = (command: AnyCommand): command is ServerCommand => Object.hasOwn(serverCommands, command.type);
