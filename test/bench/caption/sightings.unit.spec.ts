import { describe, expect, it } from '@jest/globals';
import { numbered, ownWords, sightings } from './sightings.ts';

const said = (...starts: number[]) => starts.map((from) => ({ from, to: from + 1_000 }));
const drawn = (at: number, text: string, { line = 'one', final = false } = {}) => ({ line, text, final, at });

describe('a phrase on a display', () => {
  it('is known by words that are its own', () => {
    expect(ownWords(['The river is high.', 'A high tower is over there.']).map((words) => [...words])).toEqual([['river'], ['tower', 'over', 'there']]);
  });
  it('is numbered by its place in the round, also where listening began in the middle, and left out where it has none', () => {
    const round = { startsMs: [0, 2_000, 5_000], lengthMs: 8_000 };
    const all = [...said(102_010, 105_000), { from: 106_300, to: 106_500 }, ...said(108_100, 110_000, 113_000)];
    expect(numbered(all, round).map(({ phrase, from }) => [phrase, from])).toEqual([[1, 102_010], [2, 105_000], [0, 108_100], [1, 110_000], [2, 113_000]]);
    expect(numbered([], round)).toEqual([]);
  });
  it('is seen with the first of its words, and not with another’s, an earlier or none', () => {
    const own = ownWords(['The river is high.', 'Water is everywhere.']);
    const seen = [drawn(900, 'river'), drawn(1_400, 'the really'), drawn(1_700, 'the water'), drawn(2_100, 'the River'), drawn(2_400, 'the river', { final: true }), drawn(9_000, 'water', { line: 'two' })];
    expect(sightings([{ phrase: 0, from: 1_000, to: 2_000 }, { phrase: 1, from: 20_000, to: 21_000 }], seen, own)).toEqual([
      { phrase: 0, from: 1_000, to: 2_000, seenAt: 2_100, wholeAt: 2_400 }, { phrase: 1, from: 20_000, to: 21_000, seenAt: null, wholeAt: null },
    ]);
  });
});
