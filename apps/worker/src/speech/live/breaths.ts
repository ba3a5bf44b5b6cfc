import { frameLength, frameMs, loudnessOf } from '../sound/loud-frames.ts';
import type { Sound } from '../transcriber.ts';

/** Whoever speaks this long without a pause is given one where it is quiet, and at the latest after the second: a caption is to come soon. Milliseconds. */
const soonMs = 1_400;
const latestMs = 2_000;
/** As long as the recogniser needs to take an utterance for ended. */
const breathMs = 480;
const quiet = 0.6;
const loudFrom = 400;

export type Breaths = {
  /** The sound with pauses put in. */
  take(sound: Sound): Sound[];
  /** When in the room's sound that is, which is at `ms` of what was given out. Milliseconds. */
  realMs(ms: number): number;
};

/** Puts pauses into speech that has none, and remembers where, so that times stay true. */
export function breaths(): Breaths {
  const put: { atMs: number; shiftMs: number }[] = [];
  let rest: Sound = new Int16Array(0);
  let [givenMs, spokenMs, silentMs, shiftMs, mean] = [0, 0, 0, 0, 0];

  const breathes = (loud: number): boolean => spokenMs >= latestMs || (spokenMs >= soonMs && loud < mean * quiet);
  const frame = (sound: Sound, loud: number): Sound[] => {
    mean = mean * 0.95 + loud * 0.05;
    silentMs = loud < loudFrom ? silentMs + frameMs : 0;
    spokenMs = silentMs >= breathMs / 2 ? 0 : spokenMs + (spokenMs > 0 || loud >= loudFrom ? frameMs : 0);
    givenMs += frameMs;
    if (!breathes(loud)) return [sound];
    spokenMs = 0;
    givenMs += breathMs;
    shiftMs += breathMs;
    put.push({ atMs: givenMs, shiftMs });
    return [sound, new Int16Array((breathMs / frameMs) * frameLength)];
  };
  return {
    take: (sound) => {
      const all = new Int16Array(rest.length + sound.length);
      all.set(rest);
      all.set(sound, rest.length);
      const frames = loudnessOf(all);
      rest = all.slice(frames.length * frameLength);
      return frames.flatMap((loud, n) => frame(all.subarray(n * frameLength, (n + 1) * frameLength), loud));
    },
    realMs: (ms) => Math.max(0, ms - (put.findLast(({ atMs }) => atMs <= ms)?.shiftMs ?? 0)),
  };
}
