import type { TranscriptLine } from '@yaji/contracts';
import { agendaIn, type ItemRecord } from '../agenda.ts';
import { type AwardRecord, awardsIn } from '../award.ts';
import { type TurnRecord, turnsIn } from '../floor.ts';
import { type Attendance, attendanceOf } from '../member.ts';
import { type MotionRecord, motionsOf } from '../motion.ts';
import { pollsIn, type PollRecord } from '../poll.ts';
import { questionsIn, type QuestionRecord } from '../question.ts';
import { type Log, replay } from '../replay.ts';
import { type PresenceStep, presenceOf } from './presence.ts';
import { type Speaking, speakingIn } from './speaking.ts';
import { type Waiting, waitingIn } from './waits.ts';

/** What can be counted of a room. Never who answered or chose what, unless it was published with names. */
export type Statistics = {
  speaking: Speaking; turns: TurnRecord[]; attendance: Attendance; presence: PresenceStep[]; waiting: Waiting;
  questions: { asked: number; answered: number; later: number; votes: number; all: QuestionRecord[] };
  polls: PollRecord[]; motions: MotionRecord[]; awards: AwardRecord[];
  /** Planned against actual. */
  agenda: ItemRecord[];
};

/** The same log gives the same figures. `lines`: what was written down, by which the language of a turn is known. */
export function statisticsOf(log: Log, lines: readonly TranscriptLine[] = []): Statistics {
  const room = replay(log);
  const all = questionsIn(room);
  const many = (wanted: QuestionRecord['status']): number => all.filter(({ status }) => status === wanted).length;
  return {
    speaking: speakingIn(room, lines), turns: turnsIn(room), attendance: attendanceOf(log), presence: presenceOf(log), waiting: waitingIn(log, room),
    questions: { asked: all.length, answered: many('answered'), later: many('later'), votes: all.reduce((sum, { votes }) => sum + votes, 0), all },
    polls: pollsIn(room), motions: motionsOf(log), awards: awardsIn(room), agenda: agendaIn(room),
  };
}
