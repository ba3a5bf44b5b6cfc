import type { LocalText, MotionId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Motion, Room } from '@yaji/salon';
import { type VoteRecord, voteRecord } from './ballot.ts';
import { type Debate, debateOf } from './debate.ts';
import { plateOf, type Plate } from './plate.ts';
import { type Asking, type Course, type Proceedings, proceedingsOf, type Settlement } from './proceeding.ts';
import { type Log, replay } from './replay.ts';

/** The room was asked whether anybody objects. `present`: of what the quorum counts, when it was asked. */
export type AskingRecord = Omit<Asking, 'objectedBy'> & { objectedBy: Plate | null };

/**
 * A motion and what became of it. `title`, `text`: null once erased. `text`: as it stands; `movedText`: as it was moved, where an amendment has
 * changed it, else null. `amends`: whose text it would change. `movedBy` null: put forward by nobody in particular. `steps`: votes and askings
 * in their order, void ones too. `resolved`: what stands, by the latest that decided it; null while nothing has. Times in UTC milliseconds.
 */
export type MotionRecord = {
  motionId: MotionId; title: LocalText | null; text: LocalText | null; movedText: LocalText | null; amends: MotionId | null;
  movedBy: Plate | null; secondedBy: Plate | null; movedAt: number; debate: Debate;
  steps: (VoteRecord | AskingRecord)[]; resolved: Settlement | null; withdrawnAt: number | null;
};

/** Something the room resolved: the text, as it stood then, and the sentence that the log has for it. */
export type Decision = { motionId: MotionId; at: number; title: LocalText | null; text: LocalText | null; sentence: LocalText };

const copied = (text: DeepReadonly<LocalText> | null): LocalText | null => text && { ...text };

function motionRecord(room: DeepReadonly<Room>, motion: DeepReadonly<Motion>, { course, proceedings }: { course: Course; proceedings: Proceedings }): MotionRecord {
  const { motionId, title, text, amends, movedBy, secondedBy, movedAt, withdrawnAt } = motion;
  const { settled } = course;
  // What was said after the last decision is about something else, even where nobody has taken the motion away.
  const granted = course.granted.filter(({ seq }) => settled === null || seq < settled.seq).map(({ turn }) => turn);
  return {
    motionId, title: copied(title), text: copied(text), movedText: isAmended(text, course.movedText) ? course.movedText : null, amends,
    movedBy: movedBy && plateOf(room, movedBy), secondedBy: secondedBy && plateOf(room, secondedBy), movedAt, debate: debateOf(room, new Set(granted)),
    steps: course.steps.flatMap((step) => stepRecord(room, step, proceedings)),
    resolved: settled, withdrawnAt,
  };
}

/** When it came to what became of it; null: it has not. UTC milliseconds. */
export function endedAtOf({ resolved, steps, withdrawnAt }: MotionRecord): number | null {
  const last = steps.at(-1);
  return resolved?.at ?? (last?.kind === 'vote' ? last.closedAt : last?.endedAt) ?? withdrawnAt;
}

function isAmended(text: DeepReadonly<LocalText> | null, moved: DeepReadonly<LocalText> | null): boolean {
  const languages = new Set([...Object.keys(text ?? {}), ...Object.keys(moved ?? {})]);
  return [...languages].some((language) => text?.[language] !== moved?.[language]);
}

function stepRecord(room: DeepReadonly<Room>, step: Course['steps'][number], { closings, ties }: Proceedings): (VoteRecord | AskingRecord)[] {
  if (step.kind === 'asking') return [{ ...step, objectedBy: step.objectedBy && plateOf(room, step.objectedBy) }];
  const ballot = room.ballots.find(({ ballotId }) => ballotId === step.ballotId);
  const tie = ties.get(step.ballotId);
  return ballot ? [voteRecord(room, ballot, closings.get(step.ballotId), tie ? { ...tie, by: tie.by && plateOf(room, tie.by) } : null)] : [];
}

/** The motions in the order of moving, with their debates and votes. */
export function motionsOf(log: Log): MotionRecord[] {
  const room = replay(log);
  const proceedings = proceedingsOf(log);
  return room.motions.flatMap((motion) => {
    const course = proceedings.courses.get(motion.motionId);
    return course ? [motionRecord(room, motion, { course, proceedings })] : [];
  });
}

/** What was carried, or adopted without objection, in the order of decision. A carried amendment resolves nothing by itself: it is in the text of its motion. */
export const decisionsIn = (motions: readonly MotionRecord[]): Decision[] =>
  motions.flatMap(({ motionId, title, amends, resolved }) => (amends === null && resolved?.outcome === 'carried' ? [{ motionId, title, ...resolved }] : []))
    .sort((one, other) => one.seq - other.seq).map(({ motionId, at, title, text, sentence }) => ({ motionId, at, title, text, sentence }));
