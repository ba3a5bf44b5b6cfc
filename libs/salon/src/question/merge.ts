import type { QuestionId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import type { Question } from './question.ts';

/**
 * [Q11] One question goes into another that the room knows. Whoever voted for the one, or asked it, stands behind the other, each once; its
 * own asker does not.
 */
export function merge({ questions }: DeepReadonly<Room>, merged: DeepReadonly<Question>, into: QuestionId): Verdict {
  const target = questions.find(({ questionId }) => questionId === into);
  if (!target) return refuse('question/unknown');
  const { questionId, askedBy, anonymous, status } = merged;
  if (questionId === into) return refuse('question/same-question');
  if (status !== 'pending' && status !== 'approved') return refuse('question/over');
  if (target.status !== 'approved') return refuse('question/cannot-take-in');
  const behind = [...target.voters, ...merged.voters, ...(askedBy === null ? [] : [askedBy])];
  const voters = [...new Set(behind)].filter((voter) => voter !== target.askedBy);
  return accept({ type: 'QuestionMerged', data: { questionId, askedBy, anonymous, into, voters, votes: voters.length } });
}
