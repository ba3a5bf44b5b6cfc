import type { QuestionId, TopicId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Question, Room } from '@yaji/salon';
import { plateOf, type Plate } from './plate.ts';
import { type Log, replay } from './replay.ts';

/** `how` live: answered aloud; `text` null then, or when it was erased. `during`: who had the floor when it was answered aloud. */
export type AnswerRecord = { how: 'live' | 'written'; text: string | null; at: number; by: Plate | null; during: Plate | null };
/**
 * A question that the room has seen. `askedBy` null: asked anonymously. `text` null: erased. `topicId`: what was discussed when it was asked.
 * Times in UTC milliseconds.
 */
export type QuestionRecord = {
  questionId: QuestionId; text: string | null; askedBy: Plate | null; askedAt: number; votes: number; topicId: TopicId | null;
  status: 'open' | 'answered' | 'later' | 'closed'; answer: AnswerRecord | null;
};

function status(question: DeepReadonly<Question>): QuestionRecord['status'] | null {
  switch (question.status) {
    // What was merged is counted where it went.
    case 'pending': case 'declined': case 'merged': return null;
    case 'approved': return 'open';
    case 'answered': case 'later': return question.status;
    case 'done': return question.answer ? 'answered' : 'closed';
  }
}

function speakerOf(room: DeepReadonly<Room>, wanted: number | null): Plate | null {
  const { past, interrupted, current } = room.floor;
  const turn = [...past, ...interrupted, ...(current ? [current] : [])].find((one) => one.turn === wanted);
  return turn ? plateOf(room, turn.participantId) : null;
}

function questionRecord(room: DeepReadonly<Room>, question: DeepReadonly<Question>): QuestionRecord[] {
  const seen = status(question);
  if (seen === null) return [];
  const { questionId, text, anonymous, askedBy, askedAt, votes, topicId, answer } = question;
  return [{
    questionId, text, askedAt, votes, topicId, status: seen,
    askedBy: anonymous || askedBy === null ? null : plateOf(room, askedBy),
    answer: answer && { how: answer.how, text: answer.text, at: answer.at, by: answer.by === null ? null : plateOf(room, answer.by), during: speakerOf(room, answer.turn) },
  }];
}

export const questionsIn = (room: DeepReadonly<Room>): QuestionRecord[] => room.questions.flatMap((question) => questionRecord(room, question));

/** Questions that were put before the room, in the order of asking; never who asked anonymously, never what was declined. */
export const questionsOf = (log: Log): QuestionRecord[] => questionsIn(replay(log));
