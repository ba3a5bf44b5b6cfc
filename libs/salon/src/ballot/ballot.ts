import type { AwardId, BallotId, BallotTerms, Count, FrozenElector, MotionId, ParticipantId, PublishedVote } from '@yaji/contracts';

/** `choice`, `pseudonym`: null where the viewer did not cast it. */
export type Vote = { castBy: ParticipantId; choice: string | null; pseudonym: string | null };

/** One question put to an electorate, once. Of a secret ballot the log, and so this, holds no vote. */
export type Ballot = {
  ballotId: BallotId; motionId: MotionId | null; awardId: AwardId | null; terms: BallotTerms;
  /** As it was at the opening; null: everybody in the room. */
  electors: FrozenElector[] | null;
  status: 'open' | 'counting' | 'closed';
  openedAt: number; closesAt: number | null; closedAt: number | null;
  /** At the opening; at the closing, null before it. */
  opening: Count; closing: Count | null;
  /** Who of the register was there when the voting ended, while the box is counted. */
  here: ParticipantId[];
  /** By whose vote it is. */
  votes: Record<ParticipantId, Vote>;
  /** Who voted, once it is closed. */
  cast: Count | null;
  /** Weights by choice; empty until it is closed, and while an award is not shown. */
  tally: Record<string, number>;
  published: PublishedVote[];
  /** The end of the bulletin board's chain; null where there is none. */
  digest: string | null;
  corrects: BallotId | null;
};
