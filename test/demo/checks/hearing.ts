import { type Gain, type Span, totalsIn } from '../../pages/gain.ts';
import type { PlayedTurn } from './turns.ts';

/** What may still arrive of the one before after the floor has passed on, and what may be missing of the next: milliseconds. */
export const settlingMs = 1_500;
/** Decoded energy a second that is speech, not a remnant: some 40 dB below full scale. */
const speech = 1e-4;
/** What a receiver that was just silenced may still make up to bridge a gap. */
const remnant = 2e-5;
const picturesPerSecond = 2;

/** `span`: where the listener was there to hear it. */
export type Heard = { turn: number; energy: number; frames: number; seconds: number; others: string[]; ok: boolean };

const settled = ({ fromAt, toAt }: Span): Span => ({ fromAt: fromAt + settlingMs, toAt });
const secondsOf = ({ fromAt, toAt }: Span): number => Math.max(0, toAt - fromAt) / 1_000;

/**
 * What one listener decoded in one turn: its speaker's sound and picture in all of it, and nobody else's. `from`: when the listener
 * came. Null for a turn that the listener did not hear three seconds of.
 */
export function heardIn(gains: readonly Gain[], turn: PlayedTurn, from: number): Heard | null {
  const spans = turn.heard.map(settled).map((span) => ({ ...span, fromAt: Math.max(span.fromAt, from) })).filter((span) => span.toAt > span.fromAt);
  const seconds = spans.reduce((sum, span) => sum + secondsOf(span), 0);
  if (seconds < 3) return null;
  const got = spans.flatMap((span) => [...totalsIn(gains, span)].map(([participantId, total]) => ({ participantId, ...total, seconds: secondsOf(span) })));
  const mine = got.filter(({ participantId }) => participantId === turn.participantId || participantId === turn.voice);
  const strange = got.filter((one) => one.participantId !== turn.participantId && one.participantId !== turn.voice && (one.energy > remnant * one.seconds || one.frames > 1));
  const energy = mine.reduce((sum, one) => sum + one.energy, 0);
  const frames = mine.reduce((sum, one) => sum + one.frames, 0);
  const others = [...new Set(strange.map(({ participantId }) => participantId))];
  // Somebody at a microphone of the hall has no camera of his own.
  const seen = turn.voice !== turn.participantId || frames >= picturesPerSecond * seconds;
  const ok = energy > speech * seconds && seen && others.length === 0;
  return { turn: turn.turn, energy, frames, seconds, others, ok };
}

/** Who was heard although the turn was paused. */
export function heardInPauses(gains: readonly Gain[], turn: PlayedTurn): string[] {
  const heard = new Set<string>();
  for (const span of turn.paused.map(settled)) {
    for (const [participantId, { energy }] of totalsIn(gains, span)) if (energy > remnant * secondsOf(span)) heard.add(participantId);
  }
  return [...heard];
}
