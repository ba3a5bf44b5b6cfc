import { describe, expect, it } from '@jest/globals';
import { newBreaker } from './breaker.ts';

function given() {
  let at = 0;
  const breaker = newBreaker({ failures: 2, restMs: 100, longestMs: 300 }, () => at);
  return { breaker, pass: (ms: number) => { at += ms; }, fail: (times: number) => { for (let n = 0; n < times; n += 1) breaker.failed(); } };
}

describe('a breaker', () => {
  it('rests after so many failures in a row, not after others', () => {
    const { breaker, fail } = given();
    fail(1);
    breaker.worked();
    fail(1);
    expect([breaker.mayAsk(), breaker.resting()]).toEqual([true, false]);
    fail(1);
    expect([breaker.mayAsk(), breaker.resting()]).toEqual([false, true]);
  });

  it('lets one try after the rest, and all when that went well', () => {
    const { breaker, fail, pass } = given();
    fail(2);
    pass(100);
    expect([breaker.mayAsk(), breaker.mayAsk()]).toEqual([true, false]);
    breaker.worked();
    expect([breaker.mayAsk(), breaker.mayAsk()]).toEqual([true, true]);
  });

  it('rests no longer because of what was under way when the rest began', () => {
    const { breaker, fail, pass } = given();
    fail(9);
    pass(100);
    expect(breaker.mayAsk()).toBe(true);
    fail(9);
    pass(199);
    expect(breaker.mayAsk()).toBe(false);
    pass(1);
    expect(breaker.mayAsk()).toBe(true);
  });

  it('rests longer each time that the trial fails, up to the longest', () => {
    const { breaker, fail, pass } = given();
    fail(2);
    for (const restMs of [100, 200, 300, 300]) {
      pass(restMs - 1);
      expect(breaker.mayAsk()).toBe(false);
      pass(1);
      expect(breaker.mayAsk()).toBe(true);
      breaker.failed();
    }
  });
});
