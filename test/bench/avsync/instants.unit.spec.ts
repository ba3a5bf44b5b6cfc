import { describe, expect, it } from '@jest/globals';
import { offsets, onsets, pairs } from './instants.ts';

describe('what the bench of sound and picture finds', () => {
  it('is where a level rises after a rest', () => {
    const levels = Array.from({ length: 600 }, (_, index) => (index % 200 >= 100 && index % 200 < 120 ? 200 : 3));
    expect(onsets(levels)).toEqual([500, 1_500, 2_500]);
  });

  it('is how far beeps are from flashes, before and after a pause, and how that drifts', () => {
    const flashes = Array.from({ length: 100 }, (_, index) => index * 1_000);
    const beeps = flashes.filter((ms) => ms < 40_000 || ms > 45_000).map((ms) => ms + 30 + ms / 10_000);
    const all = pairs(flashes, beeps);
    expect(all.length).toBe(94);
    expect(offsets(all)).toEqual({ start: expect.closeTo(30.4, 0), afterPause: expect.closeTo(35, 0), end: expect.closeTo(39.5, 0), drift: expect.closeTo(9.9, 3) });
  });
});
