import type { EventOf, Stamped } from '@yaji/contracts';
import { assertNever } from '@yaji/kit';
import { pauseClock, resumeClock, startClock } from './clock.ts';
import type { Floor } from './floor.ts';

type QueueEvent = EventOf<'FloorRequested' | 'FloorWithdrawn' | 'FloorMoved' | 'FloorListClosed' | 'FloorListReopened'>;
type TurnEvent = EventOf<'TurnStarted' | 'TurnPaused' | 'TurnResumed' | 'TurnExtended' | 'TurnEnded' | 'TurnUndone' | 'TurnReopened' | 'TurnMeasured'>;

export function applyQueue(floor: Floor, event: QueueEvent & Stamped): void {
  switch (event.type) {
    case 'FloorRequested': {
      const { entryId, participantId } = event.data;
      floor.queue.push({ entryId, participantId, raisedAt: event.at, addedBy: event.by === participantId ? null : event.by });
      return;
    }
    case 'FloorWithdrawn':
      floor.queue = floor.queue.filter((entry) => entry.entryId !== event.data.entryId);
      return;
    case 'FloorMoved': {
      const from = floor.queue.findIndex((entry) => entry.entryId === event.data.entryId);
      if (from >= 0) floor.queue.splice(event.data.index, 0, ...floor.queue.splice(from, 1));
      return;
    }
    case 'FloorListClosed': floor.list = 'closed'; return;
    case 'FloorListReopened': floor.list = 'open'; return;
    default: assertNever(event);
  }
}

export function applyTurn(floor: Floor, event: TurnEvent & Stamped): void {
  const { at } = event;
  switch (event.type) {
    case 'TurnStarted': start(floor, event); return;
    case 'TurnEnded': end(floor, event); return;
    case 'TurnUndone': undo(floor, event.data.turn); return;
    case 'TurnReopened': reopen(floor, event.data.turn, at); return;
    case 'TurnMeasured': {
      const past = floor.past.find(({ turn }) => turn === event.data.turn);
      if (past) past.speechMs = event.data.speechMs;
      return;
    }
    case 'TurnPaused': case 'TurnResumed': case 'TurnExtended': {
      const { current } = floor;
      if (current?.turn !== event.data.turn) return;
      if (event.type === 'TurnPaused') current.clock = pauseClock(current.clock, at);
      else if (event.type === 'TurnResumed') current.clock = resumeClock(current.clock, at);
      else current.clock.allottedMs += event.data.byMs;
      return;
    }
    default: assertNever(event);
  }
}

function start(floor: Floor, { data, at }: EventOf<'TurnStarted'> & Stamped): void {
  const { entryId, limitMs, ...turn } = data;
  const index = floor.queue.findIndex((entry) => entry.entryId === entryId);
  const [entry = null] = index < 0 ? [] : floor.queue.splice(index, 1);
  floor.current = { ...turn, entry, index: Math.max(0, index), startedAt: at, clock: startClock(limitMs, at) };
  floor.turns = Math.max(floor.turns, turn.turn);
}

function end(floor: Floor, { data, at }: EventOf<'TurnEnded'> & Stamped): void {
  const { current } = floor;
  if (current?.turn !== data.turn) return;
  const clock = { ...pauseClock(current.clock, at), spentMs: data.tookMs };
  floor.past.push({ ...current, clock, endedAt: at, reason: data.reason, tookMs: data.tookMs, speechMs: null });
  floor.current = null;
}

function undo(floor: Floor, turn: number): void {
  const { current } = floor;
  if (current?.turn !== turn) return;
  if (current.entry) floor.queue.splice(current.index, 0, current.entry);
  floor.current = null;
}

function reopen(floor: Floor, turn: number, at: number): void {
  const last = floor.past.at(-1);
  if (last?.turn !== turn || floor.current) return;
  floor.past.pop();
  const { endedAt: _endedAt, reason: _reason, tookMs: _tookMs, speechMs: _speechMs, ...again } = last;
  floor.current = { ...again, clock: resumeClock(again.clock, at) };
}
