import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import type { Question } from './question.ts';

/** What the room is asked to look at: the question of whoever has the floor, else the one that a moderator put there. */
export function currentQuestion({ questions, pinnedQuestion, floor: { current } }: DeepReadonly<Room>): DeepReadonly<Question> | null {
  const spoken = current?.entry ? questions.find(({ entryId, status }) => entryId !== null && entryId === current.entry?.entryId && status === 'approved') : undefined;
  return spoken ?? questions.find(({ questionId }) => questionId === pinnedQuestion) ?? null;
}
