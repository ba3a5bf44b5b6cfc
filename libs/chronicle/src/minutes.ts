import type { Language, LocalText, RoomId } from '@yaji/contracts';
import { type Marks, marksIn } from './action/action.ts';
import { agendaIn, type ItemRecord } from './agenda.ts';
import { type AwardRecord, awardsIn } from './award.ts';
import { type TurnRecord, turnsIn } from './floor.ts';
import { type Attendance, attendanceOf } from './member.ts';
import { type Decision, decisionsIn, type MotionRecord, motionsOf } from './motion.ts';
import { questionsIn, type QuestionRecord } from './question.ts';
import { pollsIn, type PollRecord } from './poll.ts';
import { type QuorumCourse, quorumOf } from './quorum.ts';
import { type Log, replay } from './replay.ts';
import { type Speaking, speakingIn } from './statistics/speaking.ts';

/** The formal record of a room, derived from its log up to event `upTo`. Times in UTC milliseconds. */
export type Minutes = {
  roomId: RoomId | null;
  title: LocalText;
  languages: Language[];
  upTo: number;
  openedAt: number | null;
  /** Null: the room had not closed. */
  closedAt: number | null;
  attendance: Attendance;
  /** Null: no vote in this room needs one. */
  quorum: QuorumCourse | null;
  agenda: ItemRecord[];
  turns: TurnRecord[];
  questions: QuestionRecord[];
  polls: PollRecord[];
  motions: MotionRecord[];
  awards: AwardRecord[];
  /** What of the motions stands as resolved. */
  decisions: Decision[];
  /** Action items that moderators marked. */
  actions: Marks['actions'];
  /** Decisions that they marked, taken without a vote. */
  marked: Marks['marked'];
  speaking: Speaking;
};

/** The same log gives the same minutes for ever. */
export function minutesOf(log: Log): Minutes {
  const room = replay(log);
  const motions = motionsOf(log);
  return {
    roomId: room.roomId,
    title: { ...room.title },
    languages: [...room.languages],
    upTo: log.at(-1)?.seq ?? 0,
    openedAt: room.openedAt,
    closedAt: room.closedAt,
    attendance: attendanceOf(log),
    quorum: quorumOf(log),
    agenda: agendaIn(room),
    turns: turnsIn(room),
    questions: questionsIn(room),
    polls: pollsIn(room),
    motions,
    awards: awardsIn(room),
    decisions: decisionsIn(motions),
    ...marksIn(room),
    speaking: speakingIn(room),
  };
}
