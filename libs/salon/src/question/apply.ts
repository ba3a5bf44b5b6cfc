import type { EventOf, Stamped } from '@yaji/contracts';
import { assertNever } from '@yaji/kit';
import type { Question } from './question.ts';

type QuestionEvent = EventOf<'QuestionAsked' | 'QuestionApproved' | 'QuestionDeclined' | 'QuestionUpvoted' | 'QuestionAnswered' | 'QuestionDone'>;

export function applyQuestion(questions: Question[], event: QuestionEvent & Stamped): void {
  if (event.type === 'QuestionAsked' || event.type === 'QuestionApproved') return learn(questions, event);
  const question = questions.find(({ questionId }) => questionId === event.data.questionId);
  if (!question) return;
  switch (event.type) {
    case 'QuestionDeclined': Object.assign(question, { status: 'declined', declineReason: event.words?.reason ?? null }); return;
    case 'QuestionUpvoted': upvote(question, event.data.votedBy); return;
    case 'QuestionAnswered':
      question.status = 'answered';
      question.answer = { how: event.data.how, text: event.words?.text ?? null, at: event.at, by: event.by };
      return;
    case 'QuestionDone': question.status = 'done'; return;
    default: assertNever(event);
  }
}

/** A question is known from its asking or, to most, from its approval; either way it stands at the place of its asking. */
function learn(questions: Question[], { type, data, words, at }: EventOf<'QuestionAsked' | 'QuestionApproved'> & Stamped): void {
  const status = type === 'QuestionApproved' ? 'approved' : 'pending';
  const known = questions.find(({ questionId }) => questionId === data.questionId);
  if (known) {
    known.status = status;
    return;
  }
  const askedAt = 'askedAt' in data ? data.askedAt : at;
  const question: Question = {
    questionId: data.questionId, text: words?.text ?? null, askedBy: data.askedBy, anonymous: data.anonymous, askedAt, status,
    declineReason: null, votes: 0, voters: [], answer: null,
  };
  const later = questions.findIndex((other) => other.askedAt > askedAt || (other.askedAt === askedAt && other.questionId > data.questionId));
  questions.splice(later < 0 ? questions.length : later, 0, question);
}

function upvote(question: Question, votedBy: Question['askedBy']): void {
  question.votes += 1;
  if (votedBy !== null) question.voters.push(votedBy);
}
