import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TrackClock } from './track-clock.ts';

const rate = 90_000;
/** A stream at 25 pictures a second: when each was sent, by the sender's clock that runs `fast` times as fast, and how late each arrives. */
function play({ seconds, fast = 1, late = () => 0, start = 0 }: { seconds: number; fast?: number; late?: (index: number) => number; start?: number }): { ms: number; sentMs: number }[] {
  const clock = new TrackClock(rate);
  return Array.from({ length: seconds * 25 }, (_, index) => {
    const sentMs = index * 40;
    return { sentMs, ms: clock.place((start + Math.round(sentMs * fast * 90)) % 2 ** 32, 1_000 + sentMs + late(index)) };
  });
}

describe('TrackClock', () => {
  it('spaces frames as they were taken, not as they arrived', () => {
    const late = (index: number): number => (index % 5) * 8;
    expect(play({ seconds: 2, late }).map(({ ms }) => ms)).toEqual(Array.from({ length: 50 }, (_, index) => index * 40));
  });

  it('goes on over the end of the timestamps', () => {
    expect(play({ seconds: 4, start: 2 ** 32 - 90_000 }).at(-1)?.ms).toBe(3_960);
  });

  it('keeps a sender whose clock runs wrong on the server\'s time for hours', () => {
    for (const fast of [1.0001, 0.9999]) {
      const off = play({ seconds: 7_200, fast }).map(({ ms, sentMs }) => Math.abs(ms - sentMs));
      expect(off.filter((ms) => ms >= 120)).toEqual([]);
    }
  });

  it('corrects a first frame that came late', () => {
    const last = play({ seconds: 20, late: (index) => (index === 0 ? 300 : 0) }).at(-1);
    expect(last?.ms).toBe((last?.sentMs ?? 0) - 300);
  });

  it('does not take a stall of the network for a new time', () => {
    const late = (index: number): number => (index >= 50 && index < 100 ? (100 - index) * 40 : 0);
    expect(play({ seconds: 10, late }).every(({ ms, sentMs }) => Math.abs(ms - sentMs) < 60)).toBe(true);
  });

  it('follows a sender that begins a new count', () => {
    const clock = new TrackClock(rate);
    clock.place(1_000, 0);
    clock.place(1_000 + 90 * 40, 40);
    expect(clock.place(3_000_000_000, 80)).toBe(80);
    expect(clock.place(3_000_000_000 + 90 * 40, 120)).toBe(120);
  });

  it('always runs forward', () => fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 400 }))), (frames) => {
    const clock = new TrackClock(rate);
    let at = 0;
    const placed = frames.map(([timestamp, wait]) => clock.place(timestamp, at += wait));
    expect(placed).toEqual([...new Set(placed)].sort((one, other) => one - other));
  })));
});
