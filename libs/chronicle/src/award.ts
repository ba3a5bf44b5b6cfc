import type { AwardId, AwardPlan, Count, LocalText } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { type Award, type Ballot, countOf, type Room } from '@yaji/salon';
import { type Log, replay } from './replay.ts';

/** A place that the room was shown. `votes`: as they were shown with it. */
export type PlaceRecord = { place: number; title: LocalText | null; votes: number };

/**
 * An award that was voted on. Of the latest vote: `entitled` null: everybody in the room; `voted` null: not counted yet, or called off.
 * `calledOff`: how many votes on it were. `places`: those that were shown, best first; `complete`: all of them were. `digest`: of the
 * bulletin board. Times in UTC milliseconds.
 */
export type AwardRecord = {
  awardId: AwardId; title: LocalText; method: AwardPlan['method']; status: Ballot['status'] | 'called-off'; openedAt: number; closedAt: number | null;
  entitled: Count | null; voted: Count | null; calledOff: number; places: PlaceRecord[]; complete: boolean; digest: string | null;
};

/** What has no board when it is closed was not counted. */
const isCalledOff = ({ status, digest }: DeepReadonly<Ballot>): boolean => status === 'closed' && digest === null;

function awardRecord({ ballots }: DeepReadonly<Room>, { awardId, plan, lines, complete }: DeepReadonly<Award>): AwardRecord[] {
  const votes = ballots.filter((ballot) => ballot.awardId === awardId);
  const latest = votes.at(-1);
  if (!latest) return [];
  const { status, openedAt, closedAt, electors, cast, digest } = latest;
  const over = isCalledOff(latest);
  const titleOf = (wanted: string): LocalText | null => {
    const title = plan.nominees.find(({ optionId }) => optionId === wanted)?.title;
    return title ? { ...title } : null;
  };
  return [{
    awardId, title: { ...plan.title }, method: plan.method, status: over ? 'called-off' : status, openedAt, closedAt,
    entitled: electors && countOf(electors), voted: over || !cast ? null : { ...cast }, calledOff: votes.filter(isCalledOff).length,
    places: lines.map(({ optionId, place, votes: had }) => ({ place, title: titleOf(optionId), votes: had })), complete, digest,
  }];
}

export const awardsIn = (room: DeepReadonly<Room>): AwardRecord[] => room.awards.flatMap((award) => awardRecord(room, award)).sort((one, other) => one.openedAt - other.openedAt);

/** The awards that were voted on, in the order of opening; never more of a result than the room was shown. */
export const awardsOf = (log: Log): AwardRecord[] => awardsIn(replay(log));
