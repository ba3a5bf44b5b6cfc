import type { LocalText, ParticipantId, QuestionId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { currentQuestion, type Poll, type Question, remainingMs, type Room } from '@yaji/salon';
import type { RoomView } from '../../../live/room-view.ts';
import { runningTopic, type TopicLine } from '../../agenda/topic-line.ts';
import { queuePanel, type QueueRow } from '../../floor/queue/queue-panel.ts';
import { type Plate, plateOf } from '../../member/plate.ts';
import { pollPanel, type PollRow } from '../../poll/poll-panel.ts';
import { type AwardRow, type MotionRow, votePanel } from '../../vote/vote-panel.ts';

export type AskedRow = { questionId: QuestionId; text: string | null; asker: Plate | null; votes: number; status: Question['status']; now: boolean };
/** The room at one instant, as it was shown. `leftMs`: negative once overrun; `waiting`: who was interrupted and will go on. */
export type NowPanel = {
  topic: TopicLine | null; item: DeepReadonly<LocalText> | null;
  speaker: { plate: Plate; leftMs: number; paused: boolean; lane: QueueRow['lane'] } | null; waiting: Plate[];
  queue: QueueRow[]; open: boolean; question: AskedRow | null; asked: AskedRow[]; poll: PollRow | null; motion: MotionRow | null; award: AwardRow | null;
};

/** Whoever watches is shown what he was shown then: his events were sealed for him. */
export const viewAt = (room: DeepReadonly<Room>, participantId: ParticipantId, now: number): RoomView =>
  ({ room, me: { participantId, role: room.members[participantId]?.role ?? 'attendee' }, now, pending: [] });

export function nowPanel(view: RoomView): NowPanel {
  const { room, now } = view;
  const { current, interrupted, list } = room.floor;
  const topic = runningTopic(view);
  const put = currentQuestion(room);
  const votes = votePanel(view);
  return {
    topic, item: topic?.topic ? topic.item : null,
    speaker: current && { plate: plateOf(room, current.participantId), leftMs: remainingMs(current.clock, now), paused: current.clock.runningSince === null, lane: current.lane },
    waiting: interrupted.map(({ participantId }) => plateOf(room, participantId)),
    queue: queuePanel(view).rows, open: list === 'open',
    question: put && askedRow(room, put), asked: askedBy(room).filter(({ questionId }) => questionId !== put?.questionId),
    poll: pollNow(view), motion: votes.put, award: votes.awards.findLast(({ ballot, lines }) => ballot?.status === 'open' || lines.length > 0) ?? null,
  };
}

/** What waited for an answer, the most wanted first. */
const askedBy = (room: DeepReadonly<Room>): AskedRow[] =>
  room.questions.filter(({ status }) => status === 'approved').sort((one, other) => other.votes - one.votes || one.askedAt - other.askedAt).map((question) => askedRow(room, question));

function askedRow(room: DeepReadonly<Room>, question: DeepReadonly<Question>): AskedRow {
  const { questionId, text, askedBy: by, votes, status } = question;
  return { questionId, text, asker: by === null ? null : plateOf(room, by), votes, status, now: currentQuestion(room)?.questionId === questionId };
}

/** The poll that is open, else the last one whose result has been shown. */
function pollNow(view: RoomView): PollRow | null {
  const { open, over } = pollPanel(view);
  const closedAt = (row: PollRow): Poll['closedAt'] => view.room.polls.find(({ pollId }) => pollId === row.pollId)?.closedAt ?? null;
  return open ?? over.filter(({ result }) => result !== null).reduce<PollRow | null>((last, row) => (last && (closedAt(last) ?? 0) >= (closedAt(row) ?? 0) ? last : row), null);
}
