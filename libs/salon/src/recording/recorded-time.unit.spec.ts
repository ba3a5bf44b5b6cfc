import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fileTime, piecesOf, roomTime } from './recorded-time.ts';

// Ten seconds, a break of a minute, five seconds.
const pieces = [{ offsetMs: 0, durationMs: 10_000, fromAt: 1_000_000 }, { offsetMs: 10_000, durationMs: 5_000, fromAt: 1_070_000 }];

describe('the time of a recording', () => {
  it('is the room’s time, over breaks', () => {
    expect([0, 9_999, 10_000, 15_000].map((offsetMs) => roomTime(pieces, offsetMs))).toEqual([1_000_000, 1_009_999, 1_070_000, 1_075_000]);
  });
  it('finds what was not recorded where recording began again, or at the end', () => {
    expect([900_000, 1_010_000, 1_050_000, 1_072_000, 2_000_000].map((at) => fileTime(pieces, at))).toEqual([0, 10_000, 10_000, 12_000, 15_000]);
  });
  it('goes there and back', () => {
    const spans = fc.array(fc.record({ durationMs: fc.integer({ min: 1, max: 100_000 }), breakMs: fc.integer({ min: 0, max: 100_000 }) }), { minLength: 1, maxLength: 8 });
    fc.assert(fc.property(spans, fc.double({ min: 0, max: 0.999, noNaN: true }), (made, part) => {
      let [offsetMs, fromAt] = [0, 5_000];
      const some = made.map(({ durationMs, breakMs }) => {
        const piece = { offsetMs, durationMs, fromAt };
        offsetMs += durationMs;
        fromAt += durationMs + breakMs;
        return piece;
      });
      const place = Math.floor(offsetMs * part);
      expect(fileTime(some, roomTime(some, place))).toBe(place);
    }));
  });
  it('runs through where a recording tells of no pieces', () => {
    expect(piecesOf({ pieces: [], startedAt: 7, durationMs: 9 })).toEqual([{ offsetMs: 0, durationMs: 9, fromAt: 7 }]);
    expect(piecesOf({ pieces, startedAt: 7, durationMs: 9 })).toBe(pieces);
  });
});
