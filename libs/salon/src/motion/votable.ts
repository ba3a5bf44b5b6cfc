import type { MotionId, ParticipantId, RefusalCode } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import type { Motion } from './motion.ts';

export const isElector = ({ electorate: { electors } }: DeepReadonly<Room>, participantId: ParticipantId): boolean => electors.some((elector) => elector.participantId === participantId);

/** [MO7] A void vote decides nothing, nor does it undo what was decided. */
export const isDecided = ({ stands }: DeepReadonly<Motion>): boolean => stands !== null;

/** It is being voted on, or objections are being waited for. */
export const isAsked = ({ ballots, motions }: DeepReadonly<Room>, motionId: MotionId): boolean =>
  ballots.some((ballot) => ballot.motionId === motionId && ballot.status !== 'closed') || motions.some((motion) => motion.motionId === motionId && motion.objections !== null);

/** [B9] It waits for the chair. */
const isTied = ({ stands }: DeepReadonly<Motion>): boolean => stands?.result.outcome === 'tied';

/** [MO2] [MO5] [MO7] Why a motion cannot be put to the vote, or to objections, now; null: it can. A decided one can: that is how it is corrected. */
export function openFault(room: DeepReadonly<Room>, motionId: MotionId): RefusalCode | null {
  const motion = room.motions.find((one) => one.motionId === motionId);
  if (!motion) return 'motion/unknown';
  if (motion.withdrawnAt !== null) return 'motion/over';
  if (isTied(motion)) return 'motion/voting';
  if (motion.amends !== null && isDecided(motion)) return 'motion/over';
  if (room.rules.seconder === 'needed' && motion.secondedBy === null) return 'motion/not-seconded';
  const amendments = room.motions.filter(({ amends, withdrawnAt }) => amends === motionId && withdrawnAt === null);
  return amendments.some((amendment) => !isDecided(amendment) || isTied(amendment)) ? 'motion/amendment-first' : null;
}
