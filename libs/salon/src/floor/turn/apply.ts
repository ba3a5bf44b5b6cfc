import type { EventOf, Stamped } from '@yaji/contracts';
import { assertNever } from '@yaji/kit';
import type { Room } from '../../room/room.ts';
import type { Floor, Turn } from '../floor.ts';
import { putBack, takeOut } from '../queue/apply.ts';
import { pauseClock, resumeClock, startClock, waitingClock } from '../time/clock.ts';

type TurnEvent = EventOf<
  | 'TurnStarted' | 'TurnPaused' | 'TurnResumed' | 'TurnExtended' | 'TurnInterrupted' | 'TurnContinued' | 'TurnEnded' | 'TurnUndone' | 'TurnReopened' | 'TurnMeasured'
  | 'TurnNominated' | 'TurnVetoed' | 'InterpretationStarted' | 'InterpretationEnded'
>;

export function applyTurn(room: Room, event: TurnEvent & Stamped): void {
  const { floor } = room;
  const { at } = event;
  switch (event.type) {
    case 'TurnStarted': start(room, event); return;
    case 'TurnEnded': end(floor, event); return;
    case 'TurnUndone': undo(floor, event.data.turn); return;
    case 'TurnReopened': reopen(floor, event.data.turn, at); return;
    case 'TurnContinued': goOn(floor, event.data.turn, at); return;
    case 'TurnVetoed': veto(floor, event.data.turn); return;
    case 'TurnMeasured': {
      const past = floor.past.find(({ turn }) => turn === event.data.turn);
      if (past) past.speechMs = event.data.speechMs;
      return;
    }
    default:
      if (floor.current?.turn === event.data.turn) applyToCurrent(floor, floor.current, event);
  }
}

type CurrentEvent = Exclude<TurnEvent, EventOf<'TurnStarted' | 'TurnEnded' | 'TurnUndone' | 'TurnReopened' | 'TurnContinued' | 'TurnVetoed' | 'TurnMeasured'>>;

function applyToCurrent(floor: Floor, current: Turn, event: CurrentEvent & Stamped): void {
  const { at } = event;
  switch (event.type) {
    case 'TurnPaused': stop(current, at); return;
    case 'TurnResumed': go(current, at); return;
    case 'TurnExtended': current.clock.allottedMs += event.data.byMs; return;
    case 'TurnInterrupted': {
      const ran = isRunning(current);
      stop(current, at);
      floor.interrupted.push({ ...current, ran });
      floor.current = null;
      return;
    }
    case 'TurnNominated': current.nominee = event.data.participantId; return;
    case 'InterpretationStarted': case 'InterpretationEnded': {
      const ran = isRunning(current);
      stop(current, at);
      current.interpretation ??= { clock: waitingClock(current.clock.allottedMs), by: null };
      current.interpretation.by = event.type === 'InterpretationStarted' ? event.data.participantId : null;
      if (ran) go(current, at);
      return;
    }
    default: assertNever(event);
  }
}

/** [F38] One clock of a turn runs at a time: the speaker's, or the interpreter's. */
const isRunning = ({ clock, interpretation }: Turn): boolean => (interpretation?.by ? interpretation.clock : clock).runningSince !== null;

function stop(turn: Turn, at: number): void {
  turn.clock = pauseClock(turn.clock, at);
  if (turn.interpretation) turn.interpretation.clock = pauseClock(turn.interpretation.clock, at);
}

function go(turn: Turn, at: number): void {
  if (turn.interpretation?.by) turn.interpretation.clock = resumeClock(turn.interpretation.clock, at);
  else turn.clock = resumeClock(turn.clock, at);
}

function start(room: Room, { data, at }: EventOf<'TurnStarted'> & Stamped): void {
  const { floor } = room;
  const { entryId, limitMs, interpreted = false, draw: _draw, lane = 'normal', interrupts = null, yieldedBy = null, ...turn } = data;
  const { entry, index } = takeOut(room, entryId);
  const listed = floor.playlist.indexOf(turn.participantId);
  if (listed >= 0) floor.playlist.splice(listed, 1);
  floor.nominee = null;
  floor.current = {
    ...turn, lane, interrupts, yieldedBy, entry, index, listed: listed < 0 ? null : listed, startedAt: at, clock: startClock(limitMs, at),
    interpretation: interpreted ? { clock: waitingClock(limitMs), by: null } : null, nominee: null,
  };
  floor.turns = Math.max(floor.turns, turn.turn);
}

function end(floor: Floor, { data, at }: EventOf<'TurnEnded'> & Stamped): void {
  const waiting = floor.interrupted.findIndex(({ turn }) => turn === data.turn);
  const { ran: _ran, ...turn } = waiting >= 0 ? floor.interrupted.splice(waiting, 1)[0] ?? { ran: false } : { ...floor.current, ran: false };
  if (!('turn' in turn) || turn.turn !== data.turn) return;
  const over = turn as Turn;
  stop(over, at);
  over.clock.spentMs = data.tookMs;
  floor.past.push({ ...over, endedAt: at, reason: data.reason, tookMs: data.tookMs, speechMs: null });
  if (floor.current?.turn !== data.turn) return;
  floor.nominee = over.nominee;
  floor.current = null;
}

function undo(floor: Floor, turn: number): void {
  const { current } = floor;
  if (current?.turn !== turn) return;
  if (current.entry) putBack(floor, current.entry, current.index);
  if (current.listed !== null) floor.playlist.splice(current.listed, 0, current.participantId);
  floor.current = null;
}

function reopen(floor: Floor, turn: number, at: number): void {
  const last = floor.past.at(-1);
  if (last?.turn !== turn || floor.current) return;
  floor.past.pop();
  const { endedAt: _endedAt, reason: _reason, tookMs: _tookMs, speechMs: _speechMs, ...again } = last;
  floor.current = again;
  floor.nominee = null;
  go(floor.current, at);
}

/** [F24] With exactly what was left of it. */
function goOn(floor: Floor, turn: number, at: number): void {
  const waiting = floor.interrupted.at(-1);
  if (waiting?.turn !== turn || floor.current) return;
  floor.interrupted.pop();
  const { ran, ...again } = waiting;
  floor.current = again;
  if (ran) go(floor.current, at);
}

function veto(floor: Floor, turn: number): void {
  if (floor.current?.turn === turn) floor.current.nominee = null;
  floor.nominee = null;
}
