import { frameLength, frameMs, loudnessOf } from '../sound/loud-frames.ts';
import type { Sound } from '../transcriber.ts';

/** Sound in which somebody speaks; `fromMs` of all that was taken. */
export type SpokenPiece = { sound: Sound; fromMs: number };
export type SpokenPieces = { take(sound: Sound): SpokenPiece[] };

/** A voice is at least so loud (of 32,768): the sound of a room that has been through a codec is silent where nobody speaks. */
const loudFrom = 400;
/** Beginnings of words are quieter than the rest. */
const beforeMs = 200;
/** So long a silence ends a piece; so little speech is a cough. */
const silenceMs = 500;
const leastMs = 200;
/** From the first on a piece ends where it is quiet, at the second in any case: a caption is to come while it is of use. */
const [soonMs, latestMs] = [5_000, 9_000];
const quiet = 0.5;

/** Cuts sound as it comes into what is worth being sent to somebody who writes it down: no silence, nothing long. */
export function spokenPieces(): SpokenPieces {
  let rest: Sound = new Int16Array(0);
  let piece: Sound[] = [];
  let [atMs, spokenMs, silentMs, mean] = [0, 0, 0, 0];

  const lengthMs = (): number => piece.length * frameMs;
  const isOver = (loud: number): boolean => silentMs >= silenceMs || lengthMs() >= latestMs || (lengthMs() >= soonMs && loud < mean * quiet);
  const close = (): SpokenPiece[] => {
    const [frames, hasVoice, fromMs] = [piece, spokenMs >= leastMs, atMs - lengthMs()];
    [piece, spokenMs, silentMs] = [[], 0, 0];
    return hasVoice ? [{ sound: joined(frames), fromMs }] : [];
  };
  const take = (frame: Sound, loud: number): SpokenPiece[] => {
    mean = mean * 0.95 + loud * 0.05;
    piece.push(frame);
    atMs += frameMs;
    if (loud >= loudFrom) [spokenMs, silentMs] = [spokenMs + frameMs, 0];
    else silentMs += frameMs;
    if (spokenMs > 0) return isOver(loud) ? close() : [];
    if (lengthMs() > beforeMs) piece.shift();
    return [];
  };
  return {
    take: (sound) => {
      const all = joined([rest, sound]);
      const loudness = loudnessOf(all);
      rest = all.slice(loudness.length * frameLength);
      return loudness.flatMap((loud, n) => take(all.slice(n * frameLength, (n + 1) * frameLength), loud));
    },
  };
}

function joined(parts: readonly Sound[]): Sound {
  const all = new Int16Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
