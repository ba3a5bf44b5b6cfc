import { describe, expect, it } from '@jest/globals';
import { rate, type Sound } from '../transcriber.ts';
import { partOf, piecesOf } from './pieces.ts';
import { soundOf, wavOf } from './wav.ts';

/** Each part: seconds, and how loud (of 32,768). A voice is a tone here; the room hums a little. */
function sound(...parts: [seconds: number, loud: number][]): Sound {
  const lengths = parts.map(([seconds]) => Math.round(seconds * rate));
  const made = new Int16Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  parts.forEach(([, loud], part) => {
    for (let n = 0; n < (lengths[part] ?? 0); n += 1, at += 1) made[at] = Math.round(Math.sin(at / 7) * Math.max(30, loud));
  });
  return made;
}
const seconds = (pieces: ReturnType<typeof piecesOf>) => pieces.map(({ fromMs, toMs }) => [Math.round(fromMs / 100) / 10, Math.round(toMs / 100) / 10]);

describe('the pieces of a sound', () => {
  it('are where somebody speaks, with a margin, and pauses part them', () => {
    expect(seconds(piecesOf(sound([1, 0], [2, 6_000], [0.5, 0], [1, 6_000], [2, 0], [1, 6_000], [1, 0]), 60_000))).toEqual([[0.8, 4.7], [6.3, 7.7]]);
  });
  it('are none where nobody speaks, however long', () => {
    expect(piecesOf(sound([30, 0]), 60_000)).toEqual([]);
    expect(piecesOf(new Int16Array(0), 60_000)).toEqual([]);
    expect(piecesOf(sound([2, 0], [0.05, 9_000], [2, 0]), 60_000)).toEqual([]);
  });
  it('are cut where it is quietest, and lose nothing', () => {
    const pieces = piecesOf(sound([8, 6_000], [0.3, 0], [8, 6_000]), 10_000);
    expect(pieces.every(({ fromMs, toMs }) => toMs - fromMs <= 10_000)).toBe(true);
    expect(pieces.slice(1).map(({ fromMs }) => fromMs)).toEqual(pieces.slice(0, -1).map(({ toMs }) => toMs));
    expect(pieces[0]?.toMs).toBeGreaterThan(7_900);
    expect(pieces[0]?.toMs).toBeLessThan(8_400);
  });
  it('are found also in speech without a pause', () => {
    expect(seconds(piecesOf(sound([20, 6_000]), 60_000))).toEqual([[0, 20]]);
  });
  it('are written as WAV', () => {
    const half = partOf(sound([2, 5_000]), { fromMs: 500, toMs: 1_500 });
    const wav = wavOf(half);
    expect([wav.toString('latin1', 0, 4), wav.readUInt32LE(24), wav.readUInt32LE(40)]).toEqual(['RIFF', rate, rate * 2]);
    expect(soundOf(wav.subarray(44))).toEqual(new Int16Array(half));
  });
});
