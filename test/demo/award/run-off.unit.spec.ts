import { describe, expect, it } from '@jest/globals';
import { placesOf } from '@yaji/salon';
import { ballotsOf } from './guests.ts';
import { nominees } from './programme.ts';
import { countedByHand } from './run-off.ts';

describe('the run-off counted by hand', () => {
  it('is that of the textbook: the capital of Tennessee goes to the third', () => {
    const ballots = [...Array(42).fill(['memphis', 'nashville', 'chattanooga', 'knoxville']), ...Array(26).fill(['nashville', 'chattanooga', 'knoxville', 'memphis']), ...Array(15).fill(['chattanooga', 'knoxville', 'nashville', 'memphis']), ...Array(17).fill(['knoxville', 'chattanooga', 'nashville', 'memphis'])] as string[][];
    expect(countedByHand(ballots, ['memphis', 'nashville', 'chattanooga', 'knoxville'])).toEqual({ order: ['knoxville', 'memphis', 'nashville', 'chattanooga'], tied: false });
  });
  it('gives the same as the rules do, for the ballots of the demonstration', () => {
    const ballots = ballotsOf(200);
    const ids = nominees.map(({ id }) => id);
    const tally: Record<string, number> = {};
    for (const ballot of ballots) tally[ballot.join('>')] = (tally[ballot.join('>')] ?? 0) + 1;
    const { order, tied } = countedByHand(ballots, ids);
    expect(tied).toBe(false);
    expect(placesOf({ title: {}, method: 'ranked', electorate: 'everybody', nominees: ids.map((optionId) => ({ optionId, title: {}, about: null, picture: null })) }, tally).map(({ optionId }) => optionId)).toEqual(order);
  });
});
