import { describe, expect, it } from '@jest/globals';
import { rate, type Sound } from '../transcriber.ts';
import { spokenPieces } from './spoken-pieces.ts';

const tone = (ms: number, loud = 6_000): Sound => Int16Array.from({ length: (ms * rate) / 1_000 }, (_, n) => loud * Math.sin(n / 7));
const silence = (ms: number): Sound => tone(ms, 0);
/** Given out in crumbs, as a pipe does: what is cut does not depend on it. */
function cut(...sounds: Sound[]): [number, number][] {
  const pieces = spokenPieces();
  const crumbs = sounds.flatMap((sound) => Array.from({ length: Math.ceil(sound.length / 777) }, (_, n) => sound.subarray(n * 777, (n + 1) * 777)));
  return crumbs.flatMap((crumb) => pieces.take(crumb)).map(({ sound, fromMs }) => [fromMs, Math.round((sound.length * 1_000) / rate)]);
}

describe('what is sent while somebody speaks', () => {
  it('ends with half a second of silence, and begins a little before the voice', () => expect(cut(silence(1_000), tone(2_000), silence(900), tone(1_000), silence(900))).toEqual([[800, 2_700], [3_700, 1_700]]));
  it('is nothing of silence, and of a cough', () => expect(cut(silence(5_000), tone(100), silence(3_000))).toEqual([]));
  it('ends where it is quiet once it is long', () => expect(cut(tone(5_500), tone(200, 1_000), tone(1_000), silence(600)).map(([, ms]) => ms)[0]).toBeLessThan(5_800));
  it('is cut at nine seconds where nobody takes a breath, without losing anything', () => expect(cut(tone(20_000), silence(600))).toEqual([[0, 9_000], [9_000, 9_000], [18_000, 2_500]]));
});
