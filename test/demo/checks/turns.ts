import type { ParticipantId, Told } from '@yaji/contracts';
import type { Span } from '../../pages/gain.ts';

/**
 * A turn as its log tells it: when its speaker was to be heard, and when (within it) nobody was, because it was paused or waited. UTC
 * milliseconds. `voice`: whose page brings the sound; the speaker's own, but for a microphone of the hall.
 */
export type PlayedTurn = { turn: number; participantId: ParticipantId; voice: ParticipantId; startedAt: number; endedAt: number; heard: Span[]; paused: Span[]; interrupted: Span[] };

type Open = Omit<PlayedTurn, 'endedAt'> & { since: number; state: 'heard' | 'paused' | 'interrupted' };

/** What it was until now is over, and something else begins. */
const became = ({ since, ...turn }: Open, state: Open['state'], at: number): Open =>
  ({ ...turn, [turn.state]: [...turn[turn.state], { fromAt: since, toAt: at }], state, since: at });

function closed(turn: Open, at: number): PlayedTurn {
  const { since: _since, state: _state, ...over } = became(turn, 'heard', at);
  return { ...over, endedAt: at };
}

const states: Partial<Record<Told['type'], Open['state']>> = { TurnPaused: 'paused', TurnResumed: 'heard', TurnInterrupted: 'interrupted', TurnContinued: 'heard' };

/** The turns that were begun and ended, in the order of their end. Counted from the events alone, not by the rules that are examined here. */
export function playedTurns(log: readonly Told[]): PlayedTurn[] {
  const turns: PlayedTurn[] = [];
  const open = new Map<number, Open>();
  const microphones = new Map<string, ParticipantId>();
  for (const { at, ...event } of log) {
    if (event.type === 'MicrophonePlugged') microphones.set(event.data.microphoneId, event.data.participantId);
    if (event.type === 'TurnStarted') {
      const { turn, participantId, microphone } = event.data;
      const voice = microphone === null ? participantId : microphones.get(microphone) ?? participantId;
      open.set(turn, { turn, participantId, voice, startedAt: at, heard: [], paused: [], interrupted: [], since: at, state: 'heard' });
    }
    const state = states[event.type];
    const known = 'turn' in event.data ? open.get(event.data.turn ?? 0) : undefined;
    if (known && state) open.set(known.turn, became(known, state, at));
    if (known && event.type === 'TurnEnded') {
      turns.push(closed(known, at));
      open.delete(known.turn);
    }
  }
  return turns;
}
