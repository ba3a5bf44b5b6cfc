import type { RoomEvent } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { raise } from '../floor/queue/raise.ts';
import type { Room } from '../room/room.ts';
import type { MemberStamp } from '../stamp.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import type { Question } from './question.ts';

/**
 * [Q12] The asker is put on the list of speakers as if added by name, and the entry belongs to the question. Somebody who waits already keeps
 * that place. Who asked without a name cannot be called.
 */
export function letSpeak(room: DeepReadonly<Room>, { questionId, askedBy, anonymous, status, entryId }: DeepReadonly<Question>, stamp: MemberStamp): Verdict {
  if (status !== 'approved') return refuse(status === 'pending' ? 'question/not-approved' : 'question/over');
  if (anonymous || askedBy === null) return refuse('question/asker-unknown');
  const waiting = room.floor.queue.find(({ participantId, lane }) => participantId === askedBy && lane === 'normal');
  if (waiting) return waiting.entryId === entryId ? accept() : accept({ type: 'QuestionLetSpeak', data: { questionId, entryId: waiting.entryId } });
  const raised = raise(room, { participantId: askedBy }, stamp);
  if (!raised.ok) return raised;
  const tied = raised.value.flatMap((event): RoomEvent[] => (event.type === 'FloorRequested' ? [{ type: 'QuestionLetSpeak', data: { questionId, entryId: event.data.entryId } }] : []));
  return accept(...raised.value, ...tied);
}
