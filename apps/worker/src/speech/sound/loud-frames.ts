import { rate, type Sound } from '../transcriber.ts';

export const frameMs = 20;
export const frameLength = (rate * frameMs) / 1_000;

/** A voice is so much louder than the room, and at least so loud (of 32,768). */
const aboveRoom = 3;
const quietest = 220;

/** How loud each frame is: root mean square of its samples. The rest at the end is left out. */
export function loudnessOf(sound: Sound): number[] {
  return Array.from({ length: Math.floor(sound.length / frameLength) }, (_, n) => {
    const frame = sound.subarray(n * frameLength, (n + 1) * frameLength);
    return Math.sqrt(frame.reduce((sum, sample) => sum + sample * sample, 0) / frameLength);
  });
}

/** From which loudness on it is a voice: the quietest tenth of what is heard is the room. */
export function voiceFrom(loudness: readonly number[]): number {
  const room = loudness.toSorted((a, b) => a - b)[Math.floor(loudness.length / 10)] ?? 0;
  const loud = loudness.toSorted((a, b) => b - a)[Math.floor(loudness.length / 20)] ?? 0;
  // Where somebody speaks without a pause the quietest tenth is a voice too.
  return Math.max(quietest, Math.min(room * aboveRoom, loud / aboveRoom));
}
