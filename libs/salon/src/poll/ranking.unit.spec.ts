import { describe, expect, it } from '@jest/globals';
import { borda, instantRunoff } from './ranking.ts';

const ballots = (...all: [string, number][]) => all.map(([choice, count]) => [choice.split(''), count] as const);
const winner = (options: string, ...all: [string, number][]) => instantRunoff(options.split(''), ballots(...all)).winner;

describe('[P6] a ranking', () => {
  it('is won at once by more than half of the first places', () => {
    const { rounds, winner: won } = instantRunoff(['a', 'b', 'c'], ballots(['abc', 6], ['bca', 3], ['cba', 2]));
    expect(won).toBe('a');
    expect(rounds).toHaveLength(1);
  });

  // Tennessee's capital, the textbook's example: 42 Memphis, 26 Nashville, 15 Chattanooga, 17 Knoxville.
  it('is decided by later places when the last leave', () => {
    const { rounds, winner: won } = instantRunoff(['m', 'n', 'c', 'k'], ballots(['mnck', 42], ['nckm', 26], ['cknm', 15], ['kcnm', 17]));
    expect(won).toBe('k');
    expect(rounds.map(({ out }) => out)).toEqual(['c', 'n', null]);
    expect(rounds.at(-1)?.votes).toEqual([{ option: 'k', votes: 58 }, { option: 'm', votes: 42 }]);
  });

  it('has points: n - 1 for the first of n, one less for each place after it, none for what is left out', () => {
    expect(borda(['m', 'n', 'c', 'k'], ballots(['mnck', 42], ['nckm', 26], ['cknm', 15], ['kcnm', 17]))).toEqual([
      { option: 'n', points: 194 }, { option: 'c', points: 173 }, { option: 'm', points: 126 }, { option: 'k', points: 107 },
    ]);
    expect(borda(['a', 'b', 'c'], ballots(['b', 2]))).toEqual([{ option: 'b', points: 4 }, { option: 'a', points: 0 }, { option: 'c', points: 0 }]);
  });

  it('loses a ballot whose options have all left', () => {
    const { rounds } = instantRunoff(['a', 'b', 'c'], ballots(['ab', 4], ['ba', 3], ['c', 2]));
    expect(rounds.map(({ out, exhausted }) => [out, exhausted])).toEqual([['c', 0], [null, 2]]);
  });

  it('breaks a tie for the last place by the rounds before, then by points, then by the order of the poll', () => {
    // b and c have two first places each; c has more points.
    expect(instantRunoff(['a', 'b', 'c'], ballots(['acb', 3], ['bca', 2], ['cab', 2])).rounds[0]?.out).toBe('b');
    expect(winner('ab', ['ab', 1], ['ba', 1])).toBe('a');
    expect(winner('ab')).toBeNull();
  });
});
