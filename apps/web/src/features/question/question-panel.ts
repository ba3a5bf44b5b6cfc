import type { QuestionId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { mayDo, type Question } from '@yaji/salon';
import { pendingOf } from '../../live/pending.ts';
import { isMe, type RoomView } from '../../live/room-view.ts';
import { type Plate, plateOf } from '../member/plate.ts';

export type QuestionRow = {
  questionId: QuestionId; text: string | null; asker: Plate | null; mine: boolean; status: Question['status']; votes: number;
  vote: 'may' | 'done' | 'sending' | 'none'; declineReason: string | null; answer: { how: 'live' | 'written'; text: string | null } | null; busy: boolean;
};
export type QuestionPanel = {
  /** Most wanted first. */
  open: QuestionRow[];
  answered: QuestionRow[];
  /** For the asker: still unread, or declined. For moderators: everything that waits to be read. */
  unread: QuestionRow[];
  mayAsk: boolean; anonymousAllowed: boolean; tooMany: boolean; asking: boolean;
};

export function questionPanel(view: RoomView): QuestionPanel {
  const { room, me, pending } = view;
  const rows = room.questions.map((question) => row(view, question));
  const ofStatus = (...wanted: Question['status'][]) => rows.filter(({ status }) => wanted.includes(status));
  const mine = ofStatus('pending').filter((one) => one.mine).length;
  return {
    open: ofStatus('approved').sort((a, b) => b.votes - a.votes),
    answered: ofStatus('answered', 'done').reverse(),
    unread: [...ofStatus('pending'), ...ofStatus('declined').filter((one) => one.mine)],
    mayAsk: room.phase === 'open' && mayDo(me.role, 'question.ask'),
    anonymousAllowed: room.rules.anonymousQuestions,
    tooMany: mine >= room.rules.pendingQuestions,
    asking: pendingOf(pending, 'question.ask'),
  };
}

const steps = ['question.approve', 'question.decline', 'question.answer', 'question.done'] as const;

function row(view: RoomView, { questionId, text, askedBy, status, votes, voters, declineReason, answer }: DeepReadonly<Question>): QuestionRow {
  const { room, pending } = view;
  const mine = isMe(view, askedBy);
  const sending = pendingOf(pending, 'question.upvote', (data) => data.questionId === questionId);
  return {
    questionId, text, asker: askedBy === null ? null : plateOf(room, askedBy), mine, status, declineReason,
    answer: answer && { how: answer.how, text: answer.text },
    votes: votes + (sending ? 1 : 0),
    vote: voters.some((voter) => isMe(view, voter)) ? 'done' : sending ? 'sending' : status === 'approved' && !mine ? 'may' : 'none',
    busy: steps.some((type) => pendingOf(pending, type, (data) => data.questionId === questionId)),
  };
}
