import type { AwardId, AwardLine, AwardPlan, BallotId } from '@yaji/contracts';

/** `lines`: the places that are shown, best first. `complete`: all of them are. */
export type Award = { awardId: AwardId; plan: AwardPlan; ballotId: BallotId | null; lines: AwardLine[]; complete: boolean };
