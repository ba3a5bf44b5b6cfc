import type { Command, CommandOf, QuestionId } from '@yaji/contracts';
import { assertNever, type DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import type { MemberStamp } from '../stamp.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import type { Question } from './question.ts';

export type QuestionCommand = Extract<Command, { type: `question.${string}` }>;

export function decideQuestion(room: DeepReadonly<Room>, command: QuestionCommand, stamp: MemberStamp): Verdict {
  if (command.type === 'question.ask') return ask(room, command.data, stamp);
  const question = room.questions.find(({ questionId }) => questionId === command.data.questionId);
  if (!question) return refuse('question/unknown');
  const { questionId, askedBy, anonymous, askedAt, status } = question;
  switch (command.type) {
    case 'question.approve':
      // The words are handed on, not read: those who see the question now have not seen it before.
      return status === 'pending'
        ? accept({ type: 'QuestionApproved', data: { questionId, askedBy, anonymous, askedAt }, words: question.text === null ? null : { text: question.text } })
        : refuse('question/not-pending');
    case 'question.decline':
      return status === 'pending'
        ? accept({ type: 'QuestionDeclined', data: { questionId, askedBy, anonymous }, words: { reason: command.data.reason } })
        : refuse('question/not-pending');
    case 'question.upvote': return upvote(question, stamp);
    case 'question.answer': return answer(question, command.data.text);
    case 'question.done': return status === 'approved' || status === 'answered' ? accept({ type: 'QuestionDone', data: { questionId } }) : refuse(notOpen(status));
    default: return assertNever(command);
  }
}

function ask(room: DeepReadonly<Room>, { text, anonymous }: CommandOf<'question.ask'>['data'], { by, commandId }: MemberStamp): Verdict {
  if (anonymous && !room.rules.anonymousQuestions) return refuse('question/anonymous-not-allowed');
  const pending = room.questions.filter(({ askedBy, status }) => askedBy === by && status === 'pending').length;
  if (pending >= room.rules.pendingQuestions) return refuse('question/too-many-pending', { most: room.rules.pendingQuestions });
  return accept({ type: 'QuestionAsked', data: { questionId: commandId as string as QuestionId, askedBy: by, anonymous }, words: { text } });
}

/** [Q5] */
function upvote({ questionId, askedBy, status, voters }: DeepReadonly<Question>, { by }: MemberStamp): Verdict {
  if (status !== 'approved') return refuse(notOpen(status));
  if (askedBy === by) return refuse('question/own-question');
  return voters.includes(by) ? accept() : accept({ type: 'QuestionUpvoted', data: { questionId, votedBy: by } });
}

function answer({ questionId, status }: DeepReadonly<Question>, text: string | null): Verdict {
  if (status !== 'approved') return refuse(notOpen(status));
  return accept({ type: 'QuestionAnswered', data: { questionId, how: text === null ? 'live' : 'written' }, words: { text } });
}

const notOpen = (status: Question['status']) => (status === 'pending' ? 'question/not-approved' : 'question/over');
