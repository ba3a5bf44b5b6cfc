import type { Command, CommandOf, QuestionId, RefusalCode } from '@yaji/contracts';
import { assertNever, type DeepReadonly } from '@yaji/kit';
import { isModerating } from '../policy.ts';
import type { Room } from '../room/room.ts';
import type { MemberStamp } from '../stamp.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import { letSpeak } from './let-speak.ts';
import { merge } from './merge.ts';
import type { Question } from './question.ts';

export type QuestionCommand = Extract<Command, { type: `question.${string}` }>;
type Asked = DeepReadonly<Question>;

export function decideQuestion(room: DeepReadonly<Room>, command: QuestionCommand, stamp: MemberStamp): Verdict {
  if (command.type === 'question.ask') return ask(room, command.data, stamp);
  if (command.type === 'question.pin') return pin(room, command.data.questionId);
  const question = room.questions.find(({ questionId }) => questionId === command.data.questionId);
  if (!question) return refuse('question/unknown');
  const { questionId, askedBy, anonymous, askedAt, topicId, status } = question;
  switch (command.type) {
    case 'question.edit': return edit(question, command.data.text, stamp);
    case 'question.approve':
      // The words are handed on, not read: those who see the question now have not seen it before.
      return status === 'pending'
        ? accept({ type: 'QuestionApproved', data: { questionId, askedBy, anonymous, askedAt, topicId }, words: question.text === null ? null : { text: question.text } })
        : refuse('question/not-pending');
    case 'question.decline':
      return status === 'pending'
        ? accept({ type: 'QuestionDeclined', data: { questionId, askedBy, anonymous }, words: { reason: command.data.reason } })
        : refuse('question/not-pending');
    case 'question.upvote': return upvote(question, stamp);
    case 'question.merge': return merge(room, question, command.data.into);
    case 'question.letSpeak': return letSpeak(room, question, stamp);
    case 'question.answer': return answer(room, question, command.data.text);
    case 'question.defer': return status === 'approved' ? accept({ type: 'QuestionDeferred', data: { questionId } }) : refuse(notOpen(status));
    case 'question.done': return isUndone(status) ? accept({ type: 'QuestionDone', data: { questionId } }) : refuse(notOpen(status));
    case 'question.reopen': return isClosed(status) ? accept({ type: 'QuestionReopened', data: { questionId } }) : refuse('question/not-closed');
    default: return assertNever(command);
  }
}

function ask(room: DeepReadonly<Room>, { text, anonymous }: CommandOf<'question.ask'>['data'], stamp: MemberStamp): Verdict {
  if (anonymous && !room.rules.anonymousQuestions) return refuse('question/anonymous-not-allowed');
  const fault = tooMuch(room, stamp);
  if (fault) return fault;
  const questionId = stamp.commandId as string as QuestionId;
  return accept({ type: 'QuestionAsked', data: { questionId, askedBy: stamp.by, anonymous, topicId: room.agenda.runningTopic }, words: { text } });
}

/** [Q3] */
function tooMuch({ questions, rules }: DeepReadonly<Room>, { by, at, role }: MemberStamp): Verdict | null {
  const own = questions.filter(({ askedBy }) => askedBy === by);
  if (own.filter(({ status }) => status === 'pending').length >= rules.pendingQuestions) return refuse('question/too-many-pending', { most: rules.pendingQuestions });
  const waitMs = Math.max(0, ...own.map(({ askedAt }) => askedAt + rules.questionEveryMs - at));
  return waitMs > 0 && !isModerating(role) ? refuse('question/too-soon', { seconds: Math.ceil(waitMs / 1_000) }) : null;
}

/** [Q8] */
function edit({ questionId, askedBy, anonymous, status, text }: Asked, written: string, { by, role }: MemberStamp): Verdict {
  const unread = status === 'pending';
  if (!unread && status !== 'approved') return refuse('question/over');
  if (!isModerating(role) && !(unread && askedBy === by)) return refuse(askedBy === by ? 'question/not-pending' : 'question/not-yours');
  return written === text ? accept() : accept({ type: 'QuestionEdited', data: { questionId, askedBy, anonymous, unread }, words: { text: written } });
}

/** [Q5] */
function upvote({ questionId, askedBy, status, voters }: Asked, { by }: MemberStamp): Verdict {
  if (status !== 'approved') return refuse(notOpen(status));
  if (askedBy === by) return refuse('question/own-question');
  return voters.includes(by) ? accept() : accept({ type: 'QuestionUpvoted', data: { questionId, votedBy: by } });
}

/** [Q9] */
function pin({ questions, pinnedQuestion }: DeepReadonly<Room>, wanted: QuestionId | null): Verdict {
  if (wanted === pinnedQuestion) return accept();
  const pinned = accept({ type: 'QuestionPinned', data: { questionId: wanted } });
  if (wanted === null) return pinned;
  const question = questions.find(({ questionId }) => questionId === wanted);
  if (!question) return refuse('question/unknown');
  return question.status === 'approved' ? pinned : refuse(notOpen(question.status));
}

/** [Q7] [Q13] */
function answer({ floor }: DeepReadonly<Room>, { questionId, status }: Asked, text: string | null): Verdict {
  if (status !== 'approved' && status !== 'later') return refuse(notOpen(status));
  const aloud = text === null;
  return accept({ type: 'QuestionAnswered', data: { questionId, how: aloud ? 'live' : 'written', turn: aloud ? floor.current?.turn ?? null : null }, words: { text } });
}

const isUndone = (status: Question['status']): boolean => status === 'approved' || status === 'answered' || status === 'later';
const isClosed = (status: Question['status']): boolean => status === 'answered' || status === 'later' || status === 'done';
const notOpen = (status: Question['status']): RefusalCode => (status === 'pending' ? 'question/not-approved' : 'question/over');
