import { describe, expect, it } from '@jest/globals';
import { allowances, Credit } from './credit.ts';

const takeMany = (credit: Credit, count: number, at: number) => Array.from({ length: count }, () => credit.take(at)).filter(Boolean).length;

describe('credit', () => {
  it('allows a burst of 20 and then 100 a minute', () => {
    const credit = new Credit(allowances.seat, 0);
    expect(takeMany(credit, 30, 0)).toBe(20);
    expect(takeMany(credit, 30, 6_000)).toBe(10);
    expect(takeMany(credit, 200, 600_000)).toBe(20);
  });

  it('is not fooled by a clock that runs back', () => {
    const credit = new Credit(allowances.seat, 10_000);
    expect(takeMany(credit, 20, 10_000)).toBe(20);
    expect(credit.take(5_000)).toBe(false);
    expect(credit.take(5_100)).toBe(false);
  });

  it('is exhausted by whoever goes on regardless, and forgets it once a message was in order', () => {
    const credit = new Credit(allowances.seat, 0);
    takeMany(credit, 120, 0);
    expect(credit.exhausted).toBe(false);
    credit.forgive();
    takeMany(credit, 101, 0);
    expect(credit.exhausted).toBe(true);
  });

  it('gives a desk more', () => {
    const credit = new Credit(allowances.seat, 0);
    credit.allow(allowances.desk);
    takeMany(credit, 20, 0);
    expect(takeMany(credit, 100, 6_000)).toBe(60);
  });
});
