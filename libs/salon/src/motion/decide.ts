import type { Command, CommandOf, LocalText, MotionId, ParticipantId } from '@yaji/contracts';
import { assertNever, type DeepReadonly } from '@yaji/kit';
import { isModerating } from '../policy.ts';
import type { Room } from '../room/room.ts';
import type { MemberStamp } from '../stamp.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import type { Motion } from './motion.ts';
import { askObjections, object } from './objections.ts';
import { isAsked, isDecided, isElector } from './votable.ts';

export type MotionCommand = Extract<Command, { type: `motion.${string}` }>;

export function decideMotion(room: DeepReadonly<Room>, command: MotionCommand, stamp: MemberStamp): Verdict {
  if (command.type === 'motion.move') return move(room, command.data, stamp);
  if (command.type === 'motion.put' && command.data.motionId === null) return room.motionPut === null ? accept() : accept({ type: 'MotionPut', data: { motionId: null } });
  const motion = room.motions.find(({ motionId }) => motionId === command.data.motionId);
  if (!motion || motion.withdrawnAt !== null) return refuse(motion ? 'motion/over' : 'motion/unknown');
  switch (command.type) {
    case 'motion.second': return second(room, motion, { ...stamp, seconder: command.data.secondedBy ?? stamp.by });
    case 'motion.put': return room.motionPut === motion.motionId ? accept() : accept({ type: 'MotionPut', data: { motionId: motion.motionId } });
    case 'motion.withdraw': return withdraw(room, motion, stamp);
    case 'motion.askObjections': return askObjections(room, motion, { ...command.data, at: stamp.at });
    case 'motion.object': return object(room, motion, stamp);
    default: return assertNever(command);
  }
}

const copyOf = (text: DeepReadonly<LocalText>): LocalText => ({ ...text });

/** [MO1] [MO5] */
function move(room: DeepReadonly<Room>, { title, text, movedBy, amends, terms }: CommandOf<'motion.move'>['data'], { by, role, commandId }: MemberStamp): Verdict {
  if (!isModerating(role) && (movedBy ?? by) !== by) return refuse('motion/not-yours');
  const mover = isModerating(role) ? movedBy ?? null : by;
  if (mover !== null && !isElector(room, mover)) return refuse('motion/not-elector');
  const fault = amends === null ? null : amendFault(room, amends);
  if (fault) return refuse(fault);
  const data = { motionId: commandId as string as MotionId, movedBy: mover, amends, terms: isModerating(role) ? terms : null };
  return accept({ type: 'MotionMoved', data, words: { title: copyOf(title), text: copyOf(text) } });
}

/** [MO5] */
function amendFault(room: DeepReadonly<Room>, amends: MotionId): 'motion/unknown' | 'motion/not-amendable' | 'motion/voting' | null {
  const amended = room.motions.find(({ motionId }) => motionId === amends);
  if (!amended) return 'motion/unknown';
  if (amended.amends !== null || amended.withdrawnAt !== null || isDecided(amended)) return 'motion/not-amendable';
  return isAsked(room, amends) ? 'motion/voting' : null;
}

/** [MO2] */
function second(room: DeepReadonly<Room>, { motionId, movedBy, secondedBy }: DeepReadonly<Motion>, { by, role, seconder }: MemberStamp & { seconder: ParticipantId }): Verdict {
  if (seconder !== by && !isModerating(role)) return refuse('motion/not-yours');
  if (seconder === movedBy) return refuse('motion/own-motion');
  if (!isElector(room, seconder)) return refuse('motion/not-elector');
  if (secondedBy !== null) return secondedBy === seconder ? accept() : refuse('motion/already-seconded');
  return accept({ type: 'MotionSeconded', data: { motionId, secondedBy: seconder } });
}

/** [MO3] */
function withdraw(room: DeepReadonly<Room>, motion: DeepReadonly<Motion>, { by, role }: MemberStamp): Verdict {
  if (motion.movedBy !== by && !isModerating(role)) return refuse('motion/not-yours');
  if (isDecided(motion)) return refuse('motion/over');
  if (isAsked(room, motion.motionId)) return refuse('motion/voting');
  return accept({ type: 'MotionWithdrawn', data: { motionId: motion.motionId } });
}
