import type { CommandId, FloorMode, Lane } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { type Clock, entriesInOrder, loudness, nextDeadline, nextUp, remainingMs, type Turn, undoWindowMs } from '@yaji/salon';
import { pendingOf } from '../../../live/pending.ts';
import type { RoomView } from '../../../live/room-view.ts';
import { type Plate, plateOf } from '../../member/plate.ts';

/** What "next" would do now. `back`: the interrupted turn goes on; `draw`: the lot decides among so many. */
export type NextStep =
  | { does: 'give'; plate: Plate; lane: Lane }
  | { does: 'back'; plate: Plate; restMs: number }
  | { does: 'draw'; among: number }
  | { does: 'nothing'; mode: FloorMode };
/** An interpreter's part of the turn. `by` null: the speaker speaks. */
type Interpreting = { by: Plate | null; clock: DeepReadonly<Clock> | null; others: Plate[] };
type Current = { turn: number; plate: Plate; paused: boolean; lane: Lane; restMs: number; interpreting: Interpreting | null };

/** What a moderator can do about the floor now. */
export type DeskTurn = {
  /** The number that "next" is said with, so that two moderators do not skip a speaker. */
  afterTurn: number;
  next: NextStep;
  granting: boolean;
  current: Current | null;
  /** The turns that wait to go on, the one that goes on first at the head. */
  waiting: { turn: number; plate: Plate; restMs: number }[];
  /** A turn that is over its limit and ends by itself. */
  closing: { leftMs: number; fading: boolean } | null;
  /** The turn whose grant or end can be taken back. */
  undo: number | null;
  listOpen: boolean;
};

export function deskTurn({ room, now, pending }: RoomView): DeskTurn {
  const { current, interrupted, turns, list } = room.floor;
  return {
    afterTurn: turns, next: nextStep(room, now), listOpen: list === 'open',
    granting: pendingOf(pending, 'floor.grantNext') || pendingOf(pending, 'floor.grantTo'),
    current: current && currentOf(room, current, now),
    waiting: [...interrupted].reverse().map(({ turn, participantId, clock }) => ({ turn, plate: plateOf(room, participantId), restMs: remainingMs(clock, now) })),
    closing: closing(room, now),
    undo: undoable(room, now),
  };
}

type Shown = RoomView['room'];

function currentOf(room: Shown, { turn, participantId, lane, clock, interpretation }: DeepReadonly<Turn>, now: number): Current {
  const by = interpretation?.by ?? null;
  const others = Object.values(room.members).filter((one) => one.role === 'interpreter' && one.standing === 'admitted' && one.place !== null && one.participantId !== by);
  const running = interpretation && by !== null ? interpretation.clock : clock;
  return {
    turn, lane, plate: plateOf(room, participantId), paused: running.runningSince === null, restMs: remainingMs(clock, now),
    interpreting: by === null && others.length === 0 ? null : {
      by: by === null ? null : plateOf(room, by), clock: by === null ? null : interpretation?.clock ?? null, others: others.map((one) => plateOf(room, one.participantId)),
    },
  };
}

/** Only for its kind of answer: whether the floor would go by lot, and among how many. */
const anyLot = '00000000-0000-4000-8000-000000000000' as CommandId;

function nextStep(room: Shown, now: number): NextStep {
  const { current, interrupted, mode } = room.floor;
  if (mode === 'open') return { does: 'nothing', mode };
  if (current && current.interrupts !== null) {
    const further = nextInterruption(room);
    if (further) return further;
    const waiting = interrupted.at(-1);
    return waiting ? { does: 'back', plate: plateOf(room, waiting.participantId), restMs: remainingMs(waiting.clock, now) } : { does: 'nothing', mode };
  }
  const next = nextUp(room, anyLot);
  if (!next) return { does: 'nothing', mode };
  return next.draw ? { does: 'draw', among: next.draw.among } : { does: 'give', plate: plateOf(room, next.participantId), lane: next.entry?.lane ?? 'normal' };
}

/** While somebody has interrupted, "next" is for whoever would interrupt too, before it goes back. */
function nextInterruption(room: Shown): NextStep | null {
  const { current, interrupted } = room.floor;
  const busy = new Set([current, ...interrupted].map((turn) => turn?.participantId));
  const next = entriesInOrder(room).find(({ lane, participantId }) =>
    (lane === 'interposed' || lane === 'point-of-order') && room.members[participantId]?.place && !busy.has(participantId));
  return next ? { does: 'give', plate: plateOf(room, next.participantId), lane: next.lane } : null;
}

function closing(room: Shown, now: number): DeskTurn['closing'] {
  const { current } = room.floor;
  const due = nextDeadline(room);
  if (!current || due === null || room.rules.atLimit !== 'soft-close' || remainingMs(current.clock, now) > 0) return null;
  return { leftMs: Math.max(0, due - now), fading: loudness(room, now) < 1 };
}

/** The latest of what can be taken back: the end of an interruption is younger than the turn that it gave back. */
function undoable({ floor: { current, past } }: Shown, now: number): number | null {
  const last = past.at(-1);
  const ended = last && (!current || last.interrupts === current.turn) ? [{ turn: last.turn, at: last.endedAt }] : [];
  const begun = current ? [{ turn: current.turn, at: current.startedAt }] : [];
  const [latest] = [...ended, ...begun].sort((one, other) => other.at - one.at);
  return latest && now - latest.at <= undoWindowMs ? latest.turn : null;
}
