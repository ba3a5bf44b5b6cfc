import type { AwardId, AwardLine, AwardPlan, BallotId, BallotResult, BallotTerms, Count, LocalText, MotionId, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { type Award, type Ballot, countOf, electorsOf, frozen, isDecided, isElector, isModerating, mayDo, type Motion, openFault, presentFor, quorumNeeded, type Room } from '@yaji/salon';
import { type Plate, plateOf } from '../member/plate.ts';
import { pendingOf } from '../../live/pending.ts';
import type { RoomView } from '../../live/room-view.ts';

/** One vote that I cast: my own, or one that I hold. `choice`: as far as the room's log tells me; a secret one only its receipt tells. */
export type MyVote = { elector: ParticipantId; plate: Plate; own: boolean; cast: boolean; choice: string | null; sending: boolean };
export type NamedVote = { plate: Plate | null; pseudonym: string | null; choice: string; weight: number };
/** `closesInMs`: null where it has no time of its own. `votes`: how many are cast; null where the box alone knows. `entitled` null: everybody in the room. */
export type BallotRow = {
  ballotId: BallotId; status: Ballot['status']; terms: DeepReadonly<BallotTerms>; mine: MyVote[]; gaveAway: Plate | null; closesInMs: number | null;
  votes: number | null; entitled: Count | null; opening: Count; named: NamedVote[]; tally: Record<string, number>; digest: string | null; secret: boolean;
};
/** `stage`: how far it is. `ballot`: the latest on it. */
export type MotionRow = {
  motionId: MotionId; title: DeepReadonly<LocalText> | null; text: DeepReadonly<LocalText> | null; mover: Plate | null; seconder: Plate | null; isAmendment: boolean;
  stage: 'waiting' | 'seconded' | 'objections' | 'voting' | 'counting' | 'tied' | 'decided' | 'void' | 'withdrawn'; put: boolean; terms: DeepReadonly<BallotTerms>;
  objectionsInMs: number | null; objectedBy: Plate | null; result: DeepReadonly<BallotResult> | null; sentence: DeepReadonly<LocalText> | null; ballot: BallotRow | null;
  maySecond: boolean; mayObject: boolean; mayOpen: boolean; isDecided: boolean; busy: boolean;
};
export type AwardRow = { awardId: AwardId; plan: DeepReadonly<AwardPlan>; ballot: BallotRow | null; lines: DeepReadonly<AwardLine[]>; complete: boolean; counted: boolean; busy: boolean };
/** `put`: what is before the room. `others`: the rest, amendments after what they amend. */
export type VotePanel = { put: MotionRow | null; others: MotionRow[]; awards: AwardRow[]; mayMove: boolean };

export function votePanel(view: RoomView): VotePanel {
  const { room, me } = view;
  const rows = inFamilies(room.motions).map((motion) => motionRow(view, motion));
  return {
    put: rows.find(({ put }) => put) ?? null, others: rows.filter(({ put }) => !put), awards: room.awards.map((award) => awardRow(view, award)),
    mayMove: room.phase === 'open' && mayDo(me.role, 'motion.move') && isElector(room, me.participantId),
  };
}

const inFamilies = (motions: DeepReadonly<Motion[]>): DeepReadonly<Motion>[] => motions.filter(({ amends }) => amends === null).flatMap((motion) => [motion, ...motions.filter(({ amends }) => amends === motion.motionId)]);

const motionActs = ['motion.second', 'motion.put', 'motion.withdraw', 'motion.askObjections', 'motion.object', 'ballot.open'] as const;

function motionRow(view: RoomView, motion: DeepReadonly<Motion>): MotionRow {
  const { room, now, pending } = view;
  const { motionId, title, text, movedBy, secondedBy, amends, objections, objectedBy, decision } = motion;
  const ballot = room.ballots.findLast((one) => one.motionId === motionId);
  const stage = stageOf(motion, ballot);
  const plate = (participantId: ParticipantId | null) => (participantId === null ? null : plateOf(room, participantId));
  return {
    motionId, title, text, mover: plate(movedBy), seconder: plate(secondedBy), isAmendment: amends !== null, stage, put: room.motionPut === motionId, terms: motion.terms ?? room.rules.ballots,
    objectionsInMs: objections && Math.max(0, objections.until - now), objectedBy: plate(objectedBy), result: decision?.result ?? null, sentence: decision?.sentence ?? null,
    ballot: ballot ? ballotRow(view, ballot) : null,
    ...mine(view, motion, stage), isDecided: isDecided(motion),
    busy: motionActs.some((type) => pendingOf(pending, type, (data) => 'motionId' in data && data.motionId === motionId)),
  };
}

/** What I may do with it. */
function mine({ room, me }: RoomView, { motionId, movedBy, secondedBy, objections }: DeepReadonly<Motion>, stage: MotionRow['stage']): Pick<MotionRow, 'maySecond' | 'mayObject' | 'mayOpen'> {
  if (room.phase !== 'open') return { maySecond: false, mayObject: false, mayOpen: false };
  const entitled = isElector(room, me.participantId);
  return {
    maySecond: entitled && stage === 'waiting' && secondedBy === null && movedBy !== me.participantId,
    mayObject: objections !== null && (entitled || objections.terms.electorate === 'everybody') && mayDo(me.role, 'motion.object'),
    mayOpen: isModerating(me.role) && openFault(room, motionId) === null,
  };
}

function stageOf(motion: DeepReadonly<Motion>, ballot: DeepReadonly<Ballot> | undefined): MotionRow['stage'] {
  if (motion.withdrawnAt !== null) return 'withdrawn';
  if (ballot?.status === 'open') return 'voting';
  if (ballot?.status === 'counting') return 'counting';
  if (motion.objections !== null) return 'objections';
  if (motion.decision !== null) return motion.decision.result.outcome === 'tied' ? 'tied' : motion.decision.result.outcome === 'void' ? 'void' : 'decided';
  return motion.secondedBy === null ? 'waiting' : 'seconded';
}

function ballotRow(view: RoomView, ballot: DeepReadonly<Ballot>): BallotRow {
  const { room, me, now, pending } = view;
  const { ballotId, status, terms, electors, closesAt, votes, cast, opening, published, tally, digest } = ballot;
  const secret = terms.secrecy === 'secret';
  const holder = electors?.find(({ participantId }) => participantId === me.participantId)?.proxy ?? null;
  const casts = mayDo(me.role, 'ballot.vote') ? electorsOf(ballot, me.participantId) : [];
  return {
    ballotId, status, terms, secret, opening: { ...opening }, digest, tally: { ...tally }, closesInMs: status === 'open' && closesAt !== null ? Math.max(0, closesAt - now) : null,
    mine: casts.map((elector) => ({
      elector, plate: plateOf(room, elector), own: elector === me.participantId, cast: Object.hasOwn(votes, elector), choice: votes[elector]?.choice ?? null,
      sending: pendingOf(pending, 'ballot.vote', (data) => data.ballotId === ballotId && data.elector === elector),
    })),
    gaveAway: holder === null ? null : plateOf(room, holder),
    votes: cast?.members ?? (secret ? null : Object.keys(votes).length), entitled: electors && countOf(electors),
    named: published.map(({ elector, pseudonym, choice, weight }) => ({ plate: elector === null ? null : plateOf(room, elector), pseudonym, choice, weight })),
  };
}

function awardRow(view: RoomView, { awardId, plan, ballotId, lines, complete }: DeepReadonly<Award>): AwardRow {
  const ballot = view.room.ballots.find((one) => one.ballotId === ballotId);
  return {
    awardId, plan, lines, complete, ballot: ballot ? ballotRow(view, ballot) : null, counted: ballot?.status === 'closed' && ballot.digest !== null,
    busy: (['award.open', 'award.reveal'] as const).some((type) => pendingOf(view.pending, type, (data) => data.awardId === awardId)),
  };
}

/** How many are there, of what a quorum counts, and how many it needs. Live, from the register as it stands. */
export type Attendance = { present: Count; entitled: Count; needed: number | null; of: 'members' | 'weight'; met: boolean };

export function attendance(room: DeepReadonly<Room>, { quorum }: DeepReadonly<BallotTerms>): Attendance | null {
  const register = frozen(room.electorate);
  if (register.length === 0) return null;
  const [present, entitled] = [presentFor(room, register), countOf(register)];
  const of = quorum?.of ?? 'members';
  const needed = quorum && quorumNeeded(quorum, entitled);
  return { present, entitled, needed, of, met: needed === null || present[of] >= needed };
}
