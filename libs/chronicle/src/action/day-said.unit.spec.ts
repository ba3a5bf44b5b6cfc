import { describe, expect, it } from '@jest/globals';
import { daySaid } from './day-said.ts';

/** A Saturday. */
const on = '2026-11-21';

describe('a day that was said', () => {
  it.each([
    ['tonight', '2026-11-21'], ['by tomorrow', '2026-11-22'], ['by Friday', '2026-11-27'], ['by Saturday', '2026-11-28'], ['before 12 December', '2026-12-12'], ['by December 5', '2026-12-05'],
    ['by the 3rd of March', '2027-03-03'], ['by the end of the month', '2026-11-30'], ['by the end of January', '2027-01-31'], ['by the end of this year', '2026-12-31'],
    ['今晚', '2026-11-21'], ['明天之前', '2026-11-22'], ['下周五前', '2026-11-27'], ['周日', '2026-11-22'], ['十二月十五日前', '2026-12-15'], ['12月5号', '2026-12-05'], ['月底之前', '2026-11-30'], ['二月底', '2027-02-28'], ['年底', '2026-12-31'],
  ])('“%s” is %s', (words, day) => {
    expect(daySaid(words, on)).toBe(day);
  });

  it.each(['by next Friday', 'next month', 'by December', 'before the next meeting', '这周三', '下个月', '下个月底', '明年底', '二月三十日', '31 June', 'soon', ''])('“%s” is no one day', (words) => {
    expect(daySaid(words, on)).toBeNull();
  });
});
