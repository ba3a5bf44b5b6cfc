import type { BallotId, BallotResult, LocalText, MotionId, ParticipantId, Recorded } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { apply, emptyRoom, type Room } from '@yaji/salon';
import type { Closing } from './ballot.ts';
import type { Log } from './replay.ts';

/** The room was asked for objections. `endedAt` without objection, result and sentence: a vote was opened, or the motion withdrawn. */
export type Asking = {
  kind: 'asking'; askedAt: number; until: number; present: number; of: 'members' | 'weight';
  endedAt: number | null; objectedBy: ParticipantId | null; result: BallotResult | null; sentence: LocalText | null;
};
/** What a motion was decided to be. `seq`: the entry of the log that says so; `text`: as it stood then, null when it was erased. */
export type Settlement = { seq: number; at: number; outcome: 'carried' | 'lost'; sentence: LocalText; text: LocalText | null };
/** What became of a motion, step by step. `granted`: the turns that began while it was before the room, and at which entry of the log. */
export type Course = {
  movedText: LocalText | null; steps: (Asking | { kind: 'vote'; ballotId: BallotId })[]; granted: { turn: number; seq: number }[]; settled: Settlement | null;
};
export type Tie = { at: number; by: ParticipantId | null; carried: boolean; sentence: LocalText };
/** What a log tells of motions and votes and the room after its last event does not. */
export type Proceedings = { courses: Map<MotionId, Course>; closings: Map<BallotId, Closing>; ties: Map<BallotId, Tie> };

export function proceedingsOf(log: Log): Proceedings {
  const room = emptyRoom();
  const proceedings: Proceedings = { courses: new Map(), closings: new Map(), ties: new Map() };
  for (const record of log) {
    apply(room, record);
    note(proceedings, room, record);
  }
  return proceedings;
}

/** The room is as it is right after the record. */
function note(proceedings: Proceedings, room: DeepReadonly<Room>, record: Recorded): void {
  switch (record.type) {
    case 'MotionMoved': {
      const { courses } = proceedings;
      if (!courses.has(record.data.motionId)) courses.set(record.data.motionId, { movedText: record.words?.text ?? null, steps: [], granted: [], settled: null });
      return;
    }
    case 'TurnStarted': proceedings.courses.get(room.motionPut ?? '' as MotionId)?.granted.push({ turn: record.data.turn, seq: record.seq }); return;
    case 'ObjectionsAsked': case 'MotionObjected': case 'MotionWithdrawn': case 'ObjectionsOver': return noteAsking(proceedings, room, record);
    case 'BallotOpened': case 'BallotClosed': case 'TieDecided': return noteVote(proceedings, room, record);
    default:
  }
}

type Entry<T extends Recorded['type']> = Extract<Recorded, { type: T }>;
type AskingEvent = Entry<'ObjectionsAsked' | 'MotionObjected' | 'MotionWithdrawn' | 'ObjectionsOver'>;
type VoteEvent = Entry<'BallotOpened' | 'BallotClosed' | 'TieDecided'>;
const pending = (course: Course): Asking | undefined => course.steps.findLast((step): step is Asking => step.kind === 'asking' && step.endedAt === null);

function noteAsking({ courses }: Proceedings, room: DeepReadonly<Room>, event: AskingEvent): void {
  const course = courses.get(event.data.motionId);
  if (!course) return;
  if (event.type === 'ObjectionsAsked') {
    const { until, present, terms } = event.data;
    course.steps.push({ kind: 'asking', askedAt: event.at, until, present, of: terms.quorum?.of ?? 'members', endedAt: null, objectedBy: null, result: null, sentence: null });
    return;
  }
  const asking = pending(course);
  if (asking) Object.assign(asking, { endedAt: event.at, ...endingOf(event) });
  if (event.type === 'ObjectionsOver') course.settled = settlementOf(room, event.data.motionId, { ...event, ...event.data }) ?? course.settled;
}

function endingOf(event: AskingEvent): Partial<Asking> {
  if (event.type === 'MotionObjected') return { objectedBy: event.data.objectedBy };
  return event.type === 'ObjectionsOver' ? { result: event.data.result, sentence: event.data.sentence } : {};
}

function noteVote({ courses, closings, ties }: Proceedings, room: DeepReadonly<Room>, event: VoteEvent): void {
  const { ballotId } = event.data;
  const motionId = room.ballots.find((ballot) => ballot.ballotId === ballotId)?.motionId ?? null;
  const course = motionId === null ? undefined : courses.get(motionId);
  if (!course || motionId === null) return;
  if (event.type === 'BallotOpened') {
    const asking = pending(course);
    if (asking) asking.endedAt = event.at;
    course.steps.push({ kind: 'vote', ballotId });
    return;
  }
  const { result, sentence } = event.data;
  if (event.type === 'BallotClosed') closings.set(ballotId, event.data);
  else ties.set(ballotId, { at: event.at, by: event.by, carried: event.data.result.outcome === 'carried', sentence: event.data.sentence });
  if (result && sentence) course.settled = settlementOf(room, motionId, { ...event, result, sentence }) ?? course.settled;
}

type Decided = { seq: number; at: number; result: BallotResult; sentence: LocalText };

/** A void vote decides nothing, and a tie is for the chair: then what was decided before stands. */
function settlementOf({ motions }: DeepReadonly<Room>, motionId: MotionId, { seq, at, result: { outcome }, sentence }: Decided): Settlement | null {
  if (outcome !== 'carried' && outcome !== 'lost') return null;
  const text = motions.find((motion) => motion.motionId === motionId)?.text ?? null;
  return { seq, at, outcome, sentence, text: text && { ...text } };
}
