import { describe, expect, it } from '@jest/globals';
import { rate, type Sound } from '../transcriber.ts';
import { breaths } from './breaths.ts';

const tone = (seconds: number, loud: number): Sound => Int16Array.from({ length: seconds * rate }, (_, n) => Math.round(Math.sin(n / 7) * loud));
const seconds = (sounds: readonly Sound[]): number => sounds.reduce((sum, { length }) => sum + length, 0) / rate;

describe('pauses in speech that has none', () => {
  it('come at the latest after two seconds, and times stay true', () => {
    const { take, realMs } = breaths();
    const given = [0, 1, 2].flatMap(() => take(tone(2, 6_000)));
    expect(seconds(given)).toBeCloseTo(6 + 3 * 0.48, 2);
    expect([0, 1_900, 2_600, 4_900, 5_100].map(realMs)).toEqual([0, 1_900, 2_120, 4_420, 4_140]);
  });
  it('are not needed where somebody pauses, or nobody speaks', () => {
    const { take } = breaths();
    expect(seconds([...take(tone(1, 6_000)), ...take(tone(0.5, 10)), ...take(tone(1, 6_000)), ...take(tone(20, 10))])).toBeCloseTo(22.5, 2);
  });
  it('lose nothing, however the sound is cut', () => {
    const { take } = breaths();
    const sound = tone(1, 6_000);
    const given: Sound[] = [];
    for (let at = 0; at < sound.length; at += 777) given.push(...take(sound.subarray(at, at + 777)));
    expect(given.flatMap((part) => [...part])).toEqual([...sound]);
  });
});
