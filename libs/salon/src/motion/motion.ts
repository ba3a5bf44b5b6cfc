import type { BallotId, BallotResult, BallotTerms, LocalText, MotionId, ParticipantId } from '@yaji/contracts';

/** `present`: of what the quorum counts, when it was asked. `until`: UTC milliseconds. */
export type Objections = { until: number; terms: BallotTerms; present: number };
/** `ballotId` null: adopted because nobody objected, or void because too few were there. */
export type Decision = { ballotId: BallotId | null; at: number; result: BallotResult; sentence: LocalText };

/** A formal proposal. `title`, `text`: null once erased. `amends`: whose text it would change. */
export type Motion = {
  motionId: MotionId; movedBy: ParticipantId | null; secondedBy: ParticipantId | null; amends: MotionId | null; terms: BallotTerms | null;
  title: LocalText | null; text: LocalText | null;
  movedAt: number; withdrawnAt: number | null;
  /** Under way; null while nobody is asked. */
  objections: Objections | null;
  objectedBy: ParticipantId | null;
  /** The latest result; that of a void vote too. */
  decision: Decision | null;
  /** The latest that decided something: a void vote after it changes nothing. */
  stands: Decision | null;
};
