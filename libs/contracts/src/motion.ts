import { z } from 'zod';
import { BallotResult, BallotTerms } from './ballot.ts';
import { MotionId, ParticipantId } from './ids.ts';
import { command, event, eventWithWords } from './shape.ts';
import { localText } from './text.ts';

const one = { motionId: MotionId };
/** What is to be resolved, in the salon's languages. Of an amendment: the motion's text as it would read. */
const words = { title: localText(300), text: localText(4_000) };

/** A motion of the programme, there when the room opens. `terms` null: as the room's rules say. */
export const PlannedMotion = z.strictObject({ ...one, movedBy: ParticipantId.nullable(), secondedBy: ParticipantId.nullable(), terms: BallotTerms.nullable(), ...words });
export type PlannedMotion = z.infer<typeof PlannedMotion>;

export const motionCommands = {
  /** `movedBy`: on whose behalf a moderator writes it down; left out: one's own. `amends`: the motion whose text it would change. */
  'motion.move': command('motion.move', { ...words, movedBy: ParticipantId.nullable().optional(), amends: MotionId.nullable().default(null), terms: BallotTerms.nullable().default(null) }),
  /** `secondedBy`: on whose behalf a moderator says so. */
  'motion.second': command('motion.second', { ...one, secondedBy: ParticipantId.optional() }),
  /** Puts it before the room: turns from now on belong to its debate; null: none is. */
  'motion.put': command('motion.put', { motionId: MotionId.nullable() }),
  'motion.withdraw': command('motion.withdraw', one),
  /** It is adopted unless somebody objects within this time. */
  'motion.askObjections': command('motion.askObjections', { ...one, withinMs: z.int().min(5_000).max(3_600_000), terms: BallotTerms }),
  'motion.object': command('motion.object', one),
};

export const motionEvents = {
  MotionMoved: eventWithWords('MotionMoved', { ...one, movedBy: ParticipantId.nullable(), amends: MotionId.nullable(), terms: BallotTerms.nullable() }, words),
  MotionSeconded: event('MotionSeconded', { ...one, secondedBy: ParticipantId }),
  MotionPut: event('MotionPut', { motionId: MotionId.nullable() }),
  MotionWithdrawn: event('MotionWithdrawn', one),
  /** `present`: of what the quorum counts, when it was asked; `until`: UTC milliseconds. */
  ObjectionsAsked: event('ObjectionsAsked', { ...one, until: z.int(), terms: BallotTerms, present: z.int() }),
  MotionObjected: event('MotionObjected', { ...one, objectedBy: ParticipantId }),
  /** The time to object is over and nobody did: adopted, or void for want of a quorum. */
  ObjectionsOver: event('ObjectionsOver', { ...one, result: BallotResult, sentence: localText(600) }),
};
