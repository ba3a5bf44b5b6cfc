import { describe, expect, it } from '@jest/globals';
import { guessed, sampled, unsetClock } from './server-clock.ts';

describe('the clock of the server', () => {
  it('is guessed from the first message', () => expect(guessed(unsetClock, 5_000, 4_000).offsetMs).toBe(1_000));
  it('takes the middle of a question and its answer', () => {
    expect(sampled(unsetClock, { askedAt: 1_000, answeredAt: 1_200, now: 6_100 })).toEqual({ offsetMs: 5_000, errorMs: 100 });
  });
  it('keeps the sample that travelled least', () => {
    const good = sampled(unsetClock, { askedAt: 0, answeredAt: 20, now: 510 });
    expect(sampled(good, { askedAt: 0, answeredAt: 400, now: 700 })).toBe(good);
    expect(guessed(good, 9_999, 0)).toBe(good);
  });
});
