import type { RoomView } from '../../live/room-view.ts';
import { runningTopic, type TopicLine } from '../agenda/topic-line.ts';
import { type Plate, plateOf } from '../member/plate.ts';

/** What somebody who came late would like to know. */
export type CatchUpPanel = {
  topic: TopicLine | null;
  speakers: { turn: number; plate: Plate; at: number; tookMs: number }[];
  questions: { questionId: string; text: string | null; answer: string | null }[];
};

/** Later than this after the opening somebody has missed something. */
const lateMs = 120_000;

/** Null for those who were here from the start, and while there is nothing to tell. */
export function catchUpPanel(view: RoomView): CatchUpPanel | null {
  const { room, me } = view;
  const joinedAt = room.members[me.participantId]?.firstJoinedAt ?? null;
  const before = room.floor.past.filter(({ startedAt }) => joinedAt !== null && startedAt < joinedAt);
  if (joinedAt === null || room.openedAt === null || (joinedAt - room.openedAt < lateMs && before.length === 0) || room.floor.past.length === 0) return null;
  return {
    topic: runningTopic(view),
    speakers: room.floor.past.slice(-3).reverse().map(({ turn, participantId, startedAt, tookMs }) => ({ turn, plate: plateOf(room, participantId), at: startedAt, tookMs })),
    questions: room.questions.filter(({ status }) => status === 'answered' || status === 'done').slice(-3).reverse()
      .map(({ questionId, text, answer }) => ({ questionId, text, answer: answer?.text ?? null })),
  };
}
