import type { Lane, LocalText } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { type Clock, currentQuestion, entriesInOrder, nextPeople, type Progress, remainingMs, type Room } from '@yaji/salon';
import type { RoomView } from '../../../live/room-view.ts';
import { timeOfTurn } from '../../floor/turn/turn-panel.ts';
import { type Plate, plateOf } from '../../member/plate.ts';
import { votePanel, type AwardRow, type MotionRow } from '../../vote/vote-panel.ts';
import { pollPanel, type PollRow } from '../../poll/poll-panel.ts';

/** Who has the floor, as it is read from fifteen metres. */
export type HallTurn = {
  turn: number; speaker: Plate; lane: Lane;
  /** Of whoever speaks: while an interpreter does, the speaker's clock waits. */
  clock: DeepReadonly<Clock>; warnMs: number; time: 'plenty' | 'warned' | 'over';
  interpreter: Plate | null;
  /** Whose turn waits for the end of this one. */
  interrupts: Plate | null;
  /** Until a soft close takes the sound away, milliseconds; null while there is none. */
  closesInMs: number | null;
};
export type HallNext = { plate: Plate; place: number; lane: Lane };
export type HallItem = { itemId: string; title: DeepReadonly<LocalText>; progress: Progress; at: number };
/** `lot`: those who wait are drawn, so nobody is the next; `open`: everybody on the stage may speak. */
export type HallPanel = {
  turn: HallTurn | null; order: 'list' | 'lot' | 'open'; next: HallNext[]; waiting: number;
  question: { questionId: string; text: string; votes: number; now: boolean } | null; poll: PollRow | null; motion: MotionRow | null; award: AwardRow | null; agenda: HallItem[];
};

const nextMost = 3;
const agendaMost = 5;

export function hallPanel(view: RoomView): HallPanel {
  const { room, now } = view;
  const { mode, queue } = room.floor;
  const lanes = new Map([...entriesInOrder(room)].reverse().map(({ participantId, lane }) => [participantId, lane]));
  return {
    turn: hallTurn(room, now),
    order: mode === 'draw' ? 'lot' : mode === 'open' ? 'open' : 'list',
    next: nextPeople(room).slice(0, nextMost).map((id, index) => ({ plate: plateOf(room, id), place: index + 1, lane: lanes.get(id) ?? 'normal' })),
    waiting: queue.length,
    question: bestQuestion(room), poll: pollOnScreen(view), motion: votePanel(view).put, award: awardOnScreen(view),
    agenda: agendaAhead(room),
  };
}

function hallTurn(room: DeepReadonly<Room>, now: number): HallTurn | null {
  const { current, interrupted } = room.floor;
  if (!current) return null;
  const { interpretation, participantId, turn, lane } = current;
  const clock = interpretation?.by ? interpretation.clock : current.clock;
  const { warnMs, atLimit, softCloseMs } = room.rules;
  const left = remainingMs(current.clock, now);
  const waits = interrupted.at(-1);
  return {
    turn, lane, clock, warnMs, speaker: plateOf(room, participantId), time: timeOfTurn(clock, now, warnMs),
    interpreter: interpretation?.by ? plateOf(room, interpretation.by) : null,
    interrupts: waits ? plateOf(room, waits.participantId) : null,
    closesInMs: atLimit === 'soft-close' && left < 0 ? Math.max(0, softCloseMs + left) : null,
  };
}

/** What is being asked of everybody; else, for a while, the latest result that all may see. */
function pollOnScreen(view: RoomView): PollRow | null {
  const { open, over: [latest] } = pollPanel(view);
  if (open) return open;
  const closedAt = view.room.polls.find(({ pollId }) => pollId === latest?.pollId)?.closedAt ?? 0;
  return latest?.published && view.now < closedAt + resultMs ? latest : null;
}

/** An award while it is voted on or shown; the latest of them. */
function awardOnScreen(view: RoomView): AwardRow | null {
  return votePanel(view).awards.findLast(({ ballot, lines }) => ballot?.status === 'open' || ballot?.status === 'counting' || (ballot?.digest ?? null) !== null || lines.length > 0) ?? null;
}

/** What is before the room; else what most want to know. */
function bestQuestion(room: DeepReadonly<Room>): HallPanel['question'] {
  const now = currentQuestion(room);
  const best = now ?? room.questions.filter(({ status, text }) => status === 'approved' && text !== null).sort((one, other) => other.votes - one.votes)[0];
  return best?.text ? { questionId: best.questionId, text: best.text, votes: best.votes, now: now !== null } : null;
}

/** From what runs, or is to come, on. */
function agendaAhead({ agenda: { items } }: DeepReadonly<Room>): HallItem[] {
  return items.filter(({ progress }) => progress === 'running' || progress === 'planned').slice(0, agendaMost)
    .map(({ itemId, title, progress, startedAt, plannedStartAt }) => ({ itemId, title, progress, at: startedAt ?? plannedStartAt }));
}

/** What is shown while nobody speaks, one after the other. */
export type Slide = 'agenda' | 'next' | 'question' | 'poll' | 'motion' | 'award';
const slideMs = 12_000;
/** A result stays on the display for so long. */
const resultMs = 180_000;

/** What is put before the room; else of the time alone, so that two displays of one hall show the same. Null: there is nothing to show but the title. */
export function slideAt({ agenda, next, question, poll, motion, award }: HallPanel, now: number): Slide | null {
  if (motion) return 'motion';
  if (award) return 'award';
  if (poll) return 'poll';
  if (question?.now) return 'question';
  const slides: Slide[] = [...(next.length > 0 ? ['next' as const] : []), ...(agenda.length > 0 ? ['agenda' as const] : []), ...(question ? ['question' as const] : [])];
  return slides[Math.floor(now / slideMs) % slides.length] ?? null;
}
