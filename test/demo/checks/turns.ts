import type { ParticipantId, Told } from '@yaji/contracts';
import type { Span } from '../../pages/gain.ts';

/** A turn as its log tells it: when its speaker was to be heard, and when (within it) nobody was. UTC milliseconds. */
export type PlayedTurn = { turn: number; participantId: ParticipantId; startedAt: number; endedAt: number; heard: Span[]; paused: Span[] };

type Open = Omit<PlayedTurn, 'endedAt'> & { since: number; running: boolean };

function closed({ since, running, ...turn }: Open, at: number): PlayedTurn {
  const last = { fromAt: since, toAt: at };
  return { ...turn, endedAt: at, heard: running ? [...turn.heard, last] : turn.heard, paused: running ? turn.paused : [...turn.paused, last] };
}

/** The turns that were begun and ended, in order. Counted from the events alone, not by the rules that are examined here. */
export function playedTurns(log: readonly Told[]): PlayedTurn[] {
  const turns: PlayedTurn[] = [];
  let open = null as Open | null;
  for (const { at, ...event } of log) {
    if (event.type === 'TurnStarted') {
      open = { turn: event.data.turn, participantId: event.data.participantId, startedAt: at, heard: [], paused: [], since: at, running: true };
    } else if (open && event.type === 'TurnPaused') {
      open = { ...open, heard: [...open.heard, { fromAt: open.since, toAt: at }], since: at, running: false };
    } else if (open && event.type === 'TurnResumed') {
      open = { ...open, paused: [...open.paused, { fromAt: open.since, toAt: at }], since: at, running: true };
    } else if (open && event.type === 'TurnEnded') {
      turns.push(closed(open, at));
      open = null;
    }
  }
  return turns;
}
