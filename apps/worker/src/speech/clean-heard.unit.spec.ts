import { describe, expect, it } from '@jest/globals';
import { cleanHeard } from './clean-heard.ts';
import type { Heard } from './transcriber.ts';

const heard = (fromMs: number, toMs: number, text: string, more: Partial<Heard> = {}): Heard => ({ fromMs, toMs, text, ...more });
const short = (lines: readonly Heard[]) => lines.map(({ fromMs, toMs, text }) => [fromMs, toMs, text]);

describe('what a recogniser heard', () => {
  it('is put in order, and where it overlaps comes one after the other', () => {
    expect(short(cleanHeard([heard(2_000, 4_000, 'second'), heard(0, 2_500, 'first')], 10_000))).toEqual([[0, 2_500, 'first'], [2_500, 4_000, 'second']]);
    expect(short(cleanHeard([heard(0, 3_000, 'whole'), heard(500, 2_000, 'inside')], 10_000))).toEqual([[0, 3_000, 'whole']]);
  });
  it('lies within the sound', () => {
    expect(short(cleanHeard([heard(-500, 1_000, 'early'), heard(9_000, 30_000, 'late'), heard(40_000, 41_000, 'beyond')], 10_000))).toEqual([[0, 1_000, 'early'], [9_000, 10_000, 'late']]);
  });
  it('is left out where it is empty, backwards, endless, without a letter, or too much for its time', () => {
    const nonsense = [heard(0, 1_000, '  '), heard(1_000, 500, 'backwards'), heard(Number.NaN, 900, 'when'), heard(0, Infinity, 'for ever'), heard(0, 1_000, '♪ ♪ …'), heard(0, 1_000, 'w'.repeat(90)), heard(0, 1_000, 'x'.repeat(3_000))];
    expect(cleanHeard(nonsense, 60_000)).toEqual([]);
  });
  it('is left out where it only repeats itself', () => {
    expect(cleanHeard([heard(0, 30_000, 'thank you '.repeat(20)), heard(30_000, 60_000, '谢谢'.repeat(20))], 60_000)).toEqual([]);
    expect(cleanHeard([0, 1, 2, 3, 4].map((n) => heard(n * 2_000, n * 2_000 + 1_900, 'Thank you.')), 60_000)).toHaveLength(2);
    expect(cleanHeard([heard(0, 4_000, 'Very, very, very good, very good indeed')], 60_000)).toHaveLength(1);
  });
  it('keeps words that have their times within it', () => {
    const words = [{ text: ' two', fromMs: 600, toMs: 900 }, { text: 'one', fromMs: -10, toMs: 500 }, { text: '', fromMs: 1, toMs: 2 }, { text: 'gone', fromMs: 5_000, toMs: 6_000 }];
    expect(cleanHeard([heard(0, 1_000, 'One two', { words })], 60_000)[0]?.words).toEqual([{ text: 'one', fromMs: 0, toMs: 500 }, { text: 'two', fromMs: 600, toMs: 900 }]);
  });
});
