import type { ItemId, Lane, TopicId, TurnEnding } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { type PastTurn, type Room, spentMs, type Turn } from '@yaji/salon';
import { plateOf, type Plate } from './plate.ts';
import { type Log, replay } from './replay.ts';

/**
 * One contribution that took place. Times in UTC milliseconds. `endedAt` and `reason` null: still under way.
 * `tookMs`: the clock's time, pauses not counted; `speechMs`: what was heard of it, null when it was not measured.
 */
export type TurnRecord = {
  turn: number;
  speaker: Plate;
  lane: Lane;
  itemId: ItemId | null;
  topicId: TopicId | null;
  startedAt: number;
  endedAt: number | null;
  reason: TurnEnding | null;
  tookMs: number;
  speechMs: number | null;
};

const common = (room: DeepReadonly<Room>, turn: DeepReadonly<Turn>) => ({
  turn: turn.turn,
  speaker: plateOf(room, turn.participantId),
  lane: turn.lane,
  itemId: turn.itemId,
  topicId: turn.topicId,
  startedAt: turn.startedAt,
});

const past = (room: DeepReadonly<Room>, turn: DeepReadonly<PastTurn>): TurnRecord => ({
  ...common(room, turn), endedAt: turn.endedAt, reason: turn.reason, tookMs: turn.tookMs, speechMs: turn.speechMs,
});

const current = (room: DeepReadonly<Room>, turn: DeepReadonly<Turn>): TurnRecord => ({
  ...common(room, turn), endedAt: null, reason: null, tookMs: spentMs(turn.clock, room.lastAt), speechMs: null,
});

/** Every turn that took place, in the order of their beginning; undone turns are not among them. */
export function turnsIn(room: DeepReadonly<Room>): TurnRecord[] {
  const over = room.floor.past.map((turn) => past(room, turn));
  const running = room.floor.current ? [current(room, room.floor.current)] : [];
  return [...over, ...running].sort((a, b) => a.turn - b.turn);
}

export const turnsOf = (log: Log): TurnRecord[] => turnsIn(replay(log));
