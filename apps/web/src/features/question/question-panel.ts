import type { LocalText, QuestionId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { currentQuestion, isModerating, mayDo, type Question } from '@yaji/salon';
import { pendingOf } from '../../live/pending.ts';
import { isMe, type RoomView } from '../../live/room-view.ts';
import { type Plate, plateOf } from '../member/plate.ts';

/** A wording that was replaced, by whom and when; `by` null: by the asker, who gave no name. */
export type EditRow = { at: number; by: Plate | null; before: string | null };
/**
 * `now`: it is before the room. `merged`: where its votes went; its text null where that is not known any more. `asker`: null where no name
 * was given. `speaks`: whether the asker can be put on the list, or is there.
 */
export type QuestionRow = {
  questionId: QuestionId; text: string | null; asker: Plate | null; mine: boolean; status: Question['status']; askedAt: number; votes: number;
  vote: 'may' | 'done' | 'sending' | 'none'; declineReason: string | null; answer: { how: 'live' | 'written'; text: string | null } | null; busy: boolean;
  now: boolean; topic: DeepReadonly<LocalText> | null; edits: EditRow[]; merged: { text: string | null } | null; speaks: 'can' | 'waits' | 'no-name' | 'no'; mayEdit: boolean;
};
export const questionOrders = ['votes', 'time', 'topic'] as const;
/** Most wanted, latest, or by topic in the order of the programme, first. */
export type QuestionOrder = (typeof questionOrders)[number];
export type QuestionPanel = {
  /** What is before the room is first, whatever the order. */
  open: QuestionRow[];
  answered: QuestionRow[];
  /** Left for after the salon. */
  later: QuestionRow[];
  /** For the asker: still unread, declined or merged. For moderators: everything that waits to be read. */
  unread: QuestionRow[];
  mayAsk: boolean; anonymousAllowed: boolean; tooMany: boolean; asking: boolean;
};

export function questionPanel(view: RoomView, order: QuestionOrder = 'votes'): QuestionPanel {
  const { room, me, pending } = view;
  const around = aroundQuestions(view);
  const rows = room.questions.map((question) => row(view, question, around));
  const ofStatus = (...wanted: Question['status'][]) => rows.filter(({ status }) => wanted.includes(status));
  const mine = ofStatus('pending').filter((one) => one.mine).length;
  return {
    open: inOrder(view, ofStatus('approved'), order),
    answered: ofStatus('answered', 'done').reverse(),
    later: ofStatus('later'),
    unread: [...ofStatus('pending'), ...ofStatus('declined', 'merged').filter((one) => one.mine)],
    mayAsk: room.phase === 'open' && mayDo(me.role, 'question.ask'),
    anonymousAllowed: room.rules.anonymousQuestions,
    tooMany: mine >= room.rules.pendingQuestions,
    asking: pendingOf(pending, 'question.ask'),
  };
}

function inOrder({ room }: RoomView, rows: QuestionRow[], order: QuestionOrder): QuestionRow[] {
  const titles = room.agenda.items.flatMap(({ topics }) => topics.map(({ title }) => title));
  const topicOf = ({ topic }: QuestionRow): number => (topic === null ? titles.length : titles.indexOf(topic));
  const by: Record<QuestionOrder, (one: QuestionRow, other: QuestionRow) => number> = {
    votes: (one, other) => other.votes - one.votes,
    time: (one, other) => other.askedAt - one.askedAt,
    topic: (one, other) => topicOf(one) - topicOf(other) || other.votes - one.votes,
  };
  return rows.sort((one, other) => Number(other.now) - Number(one.now) || by[order](one, other));
}

const steps = ['question.approve', 'question.decline', 'question.answer', 'question.done', 'question.merge', 'question.defer', 'question.reopen', 'question.letSpeak', 'question.pin'] as const;

type Around = { now: QuestionId | null; topics: ReadonlyMap<string, DeepReadonly<LocalText>>; texts: ReadonlyMap<QuestionId, string | null> };

/** What every row needs to know of the others, looked up once. */
function aroundQuestions({ room }: RoomView): Around {
  return {
    now: currentQuestion(room)?.questionId ?? null,
    topics: new Map(room.agenda.items.flatMap(({ topics }) => topics.map(({ topicId, title }) => [topicId, title]))),
    texts: new Map(room.questions.map(({ questionId, text }) => [questionId, text])),
  };
}

function row(view: RoomView, question: DeepReadonly<Question>, around: Around): QuestionRow {
  const { room, pending } = view;
  const { questionId, text, askedBy, askedAt, status, votes, voters, declineReason, answer, edits, mergedInto, topicId } = question;
  const mine = isMe(view, askedBy);
  const sending = pendingOf(pending, 'question.upvote', (data) => data.questionId === questionId);
  const plate = (of: typeof askedBy) => (of === null ? null : plateOf(room, of));
  return {
    questionId, text, asker: plate(askedBy), mine, status, declineReason, askedAt,
    answer: answer && { how: answer.how, text: answer.text },
    votes: votes + (sending ? 1 : 0),
    vote: voters.some((voter) => isMe(view, voter)) ? 'done' : sending ? 'sending' : voteFor(question, mine),
    busy: steps.some((type) => pendingOf(pending, type, (data) => data.questionId === questionId)),
    now: around.now === questionId,
    topic: around.topics.get(topicId ?? '') ?? null,
    edits: edits.map(({ at, by, before }) => ({ at, by: plate(by), before })),
    merged: mergedInto && { text: around.texts.get(mergedInto) ?? null },
    speaks: speaks(view, question),
    mayEdit: mayEdit(question, mine, view),
  };
}

const voteFor = ({ status }: DeepReadonly<Question>, mine: boolean) => (status === 'approved' && !mine ? 'may' : 'none');

const mayEdit = ({ status }: DeepReadonly<Question>, mine: boolean, { me }: RoomView): boolean =>
  (status === 'pending' && mine) || ((status === 'pending' || status === 'approved') && isModerating(me.role));

function speaks({ room }: RoomView, { status, askedBy, anonymous }: DeepReadonly<Question>): QuestionRow['speaks'] {
  if (status !== 'approved') return 'no';
  if (anonymous || askedBy === null) return 'no-name';
  const { queue, current } = room.floor;
  if (queue.some(({ participantId, lane }) => participantId === askedBy && lane === 'normal') || current?.participantId === askedBy) return 'waits';
  return room.members[askedBy]?.standing === 'admitted' ? 'can' : 'no';
}
