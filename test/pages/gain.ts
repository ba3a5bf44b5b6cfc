import type { Received, Sample } from './ear.ts';

/** What arrived from somebody between two samples. `energy`: of decoded sound that is played (RTCInboundRtpStreamStats.totalAudioEnergy); `frames`: decoded pictures. */
export type Gain = { fromAt: number; toAt: number; participantId: string; energy: number; frames: number };

type Sums = Map<string, { participantId: string; energy: number; frames: number; hushed: boolean }>;

function summed(received: readonly Received[]): Sums {
  const sums: Sums = new Map();
  for (const { participantId, source, energy, frames, hushed } of received) {
    const key = `${participantId} ${source}`;
    const before = sums.get(key) ?? { participantId, energy: 0, frames: 0, hushed: true };
    sums.set(key, { participantId, energy: before.energy + energy, frames: before.frames + frames, hushed: before.hushed && hushed });
  }
  return sums;
}

// A receiver that was made anew counts from zero again.
const grown = (now: number, before: number): number => (now >= before ? now - before : now);

/** Turns running sums into what was added from sample to sample. What came while a track was hushed at either end of it may have been played to nobody. */
export function gainsOf(samples: readonly Sample[]): Gain[] {
  const gains: Gain[] = [];
  for (let index = 1; index < samples.length; index += 1) {
    const [earlier, later] = [samples[index - 1], samples[index]];
    if (!earlier || !later) continue;
    const before = summed(earlier.received);
    for (const [key, { participantId, energy, frames, hushed }] of summed(later.received)) {
      const was = before.get(key) ?? { energy: 0, frames: 0, hushed: false };
      gains.push({ fromAt: earlier.at, toAt: later.at, participantId, energy: hushed || was.hushed ? 0 : grown(energy, was.energy), frames: grown(frames, was.frames) });
    }
  }
  return gains;
}

export type Span = { fromAt: number; toAt: number };

/** What is left of a span when another is cut out of it. */
export function without(span: Span, cut: Span): Span[] {
  const parts = [{ fromAt: span.fromAt, toAt: Math.min(span.toAt, cut.fromAt) }, { fromAt: Math.max(span.fromAt, cut.toAt), toAt: span.toAt }];
  return parts.filter(({ fromAt, toAt }) => toAt > fromAt);
}

/** What arrived from each person wholly within a span. */
export function totalsIn(gains: readonly Gain[], { fromAt, toAt }: Span): Map<string, { energy: number; frames: number }> {
  const totals = new Map<string, { energy: number; frames: number }>();
  for (const gain of gains) {
    if (gain.fromAt < fromAt || gain.toAt > toAt) continue;
    const { energy, frames } = totals.get(gain.participantId) ?? { energy: 0, frames: 0 };
    totals.set(gain.participantId, { energy: energy + gain.energy, frames: frames + gain.frames });
  }
  return totals;
}

/** Energy between two samples (about 100 ms) above which somebody is audible: some 45 dB below a full-scale sine. */
export const audible = 2e-6;

/** UTC milliseconds of the first sound from somebody after a moment, or null. */
export const firstSound = (gains: readonly Gain[], participantId: string, after: number): number | null =>
  gains.find((gain) => gain.participantId === participantId && gain.toAt > after && gain.energy > audible)?.toAt ?? null;

/** The last sample of a sound from somebody within a span, or null. What was counted from before it on, for seconds by a page that stood still, may all be of before. */
export const lastSound = (gains: readonly Gain[], participantId: string, { fromAt, toAt }: Span): Gain | null =>
  gains.findLast((gain) => gain.participantId === participantId && gain.fromAt >= fromAt && gain.toAt <= toAt && gain.energy > audible) ?? null;

/** The longest silence of somebody within a span, milliseconds. */
export function longestSilence(gains: readonly Gain[], participantId: string, { fromAt, toAt }: Span): number {
  const sounds = gains.filter((gain) => gain.participantId === participantId && gain.energy > audible && gain.toAt > fromAt && gain.fromAt < toAt);
  const edges = [fromAt, ...sounds.flatMap((gain) => [gain.fromAt, gain.toAt]), toAt];
  let longest = 0;
  for (let index = 0; index + 1 < edges.length; index += 2) longest = Math.max(longest, (edges[index + 1] ?? 0) - (edges[index] ?? 0));
  return longest;
}
