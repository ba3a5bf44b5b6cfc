import { describe, expect, it } from '@jest/globals';
import { sharpness } from './sharpness.ts';

const width = 32;
const picture = (of: (x: number, y: number) => number): Uint8Array => Uint8Array.from({ length: width * 18 }, (_, n) => of(n % width, Math.floor(n / width)));

describe('how sharp a picture is', () => {
  it('is more where edges are hard than where they run out', () => {
    const hard = sharpness(picture((x) => (x < 16 ? 40 : 200)), width) ?? 0;
    const soft = sharpness(picture((x) => 40 + x * 5), width) ?? 0;
    expect(hard).toBeGreaterThan(10 * soft);
  });

  it('is nothing where nothing is to be seen', () => {
    expect(sharpness(picture(() => 3), width)).toBeNull();
    expect(sharpness(new Uint8Array(), width)).toBeNull();
  });

  it('is zero for one colour, which still is a picture', () => {
    expect(sharpness(picture(() => 120), width)).toBe(0);
  });
});
