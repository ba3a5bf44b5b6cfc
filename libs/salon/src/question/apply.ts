import type { EventOf, Stamped } from '@yaji/contracts';
import { assertNever } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import type { Question } from './question.ts';

type QuestionEvent = EventOf<
  | 'QuestionAsked' | 'QuestionEdited' | 'QuestionApproved' | 'QuestionDeclined' | 'QuestionUpvoted' | 'QuestionPinned' | 'QuestionMerged'
  | 'QuestionLetSpeak' | 'QuestionAnswered' | 'QuestionDeferred' | 'QuestionDone' | 'QuestionReopened'
>;

export function applyQuestion(room: Room, event: QuestionEvent & Stamped): void {
  const { questions } = room;
  if (event.type === 'QuestionAsked' || event.type === 'QuestionApproved') return learn(questions, event);
  if (event.type === 'QuestionPinned') {
    room.pinnedQuestion = event.data.questionId;
    return;
  }
  if (event.type === 'QuestionMerged') return merge(room, event);
  const question = questions.find(({ questionId }) => questionId === event.data.questionId);
  if (!question) return;
  switch (event.type) {
    case 'QuestionEdited': edit(question, event); return;
    case 'QuestionDeclined': Object.assign(question, { status: 'declined', declineReason: event.words?.reason ?? null }); return;
    case 'QuestionUpvoted': upvote(question, event.data.votedBy); return;
    case 'QuestionLetSpeak': question.entryId = event.data.entryId; return;
    case 'QuestionAnswered':
      question.answer = { how: event.data.how, text: event.words?.text ?? null, at: event.at, by: event.by, turn: event.data.turn ?? null };
      leave(room, question, 'answered');
      return;
    case 'QuestionDeferred': leave(room, question, 'later'); return;
    case 'QuestionDone': leave(room, question, 'done'); return;
    case 'QuestionReopened': Object.assign(question, { status: 'approved', answer: null }); return;
    default: assertNever(event);
  }
}

/** A question is known from its asking or, to most, from its approval; either way it stands at the place of its asking. */
function learn(questions: Question[], { type, data, words, at }: EventOf<'QuestionAsked' | 'QuestionApproved'> & Stamped): void {
  const approved = type === 'QuestionApproved';
  const status = approved ? 'approved' : 'pending';
  const known = questions.find(({ questionId }) => questionId === data.questionId);
  if (known) {
    Object.assign(known, { status, approved: known.approved || approved });
    return;
  }
  const askedAt = 'askedAt' in data ? data.askedAt : at;
  const question: Question = {
    questionId: data.questionId, text: words?.text ?? null, askedBy: data.askedBy, anonymous: data.anonymous, askedAt, topicId: data.topicId ?? null, status, approved,
    declineReason: null, mergedInto: null, tookIn: 0, edits: [], votes: 0, voters: [], entryId: null, answer: null,
  };
  const later = questions.findIndex((other) => other.askedAt > askedAt || (other.askedAt === askedAt && other.questionId > data.questionId));
  questions.splice(later < 0 ? questions.length : later, 0, question);
}

function edit(question: Question, { data, words, at, by }: EventOf<'QuestionEdited'> & Stamped): void {
  question.edits.push({ at, by, before: question.text, unread: data.unread });
  question.text = words?.text ?? null;
}

function upvote(question: Question, votedBy: Question['askedBy']): void {
  question.votes += 1;
  if (votedBy !== null) question.voters.push(votedBy);
}

/** [Q11] What was merged may be known to its asker and the moderators alone; what it went into is known to all. */
function merge(room: Room, { data: { questionId, into, voters, votes } }: EventOf<'QuestionMerged'>): void {
  const merged = room.questions.find((question) => question.questionId === questionId);
  if (merged) {
    merged.mergedInto = into;
    leave(room, merged, 'merged');
  }
  const target = room.questions.find((question) => question.questionId === into);
  if (target) Object.assign(target, { voters: [...voters], votes, tookIn: target.tookIn + 1 });
}

/** [Q9] What is no longer open is no longer before the room. */
function leave(room: Room, question: Question, status: Question['status']): void {
  question.status = status;
  if (room.pinnedQuestion === question.questionId) room.pinnedQuestion = null;
}
