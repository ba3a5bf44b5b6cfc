import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { BallotBoard, BallotId } from '@yaji/contracts';
import { checkBoard } from './check-board.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const board = [{ tracker: 'a'.repeat(32), choice: 'yes', weight: 2 }, { tracker: 'b'.repeat(32), choice: 'no', weight: 1 }];
const right: BallotBoard = {
  ballotId: '00000000-0000-4000-8000-000000000001' as BallotId, status: 'published', title: { en: 'A motion' }, titles: {}, sentence: null, openedAt: 0, closedAt: 1, voted: 2, entitled: 3, tally: { yes: 2, no: 1 }, board,
  digest: sha256(`${sha256(`${sha256('yaji ballot 00000000-0000-4000-8000-000000000001')}\n${'a'.repeat(32)} yes 2`)}\n${'b'.repeat(32)} no 1`),
};

describe('the bulletin board, checked by the browser', () => {
  it('is right when its lines add up, its chain ends in the digest and there are as many as voted', async () =>
    expect(await checkBoard(right)).toEqual({ tally: true, chain: true, count: true }));
  it('is found out when a vote was changed, taken out, put in or moved', async () => {
    const [first, second] = board as [(typeof board)[0], (typeof board)[0]];
    expect(await checkBoard({ ...right, board: [{ ...first, choice: 'no' }, second] })).toEqual({ tally: false, chain: false, count: true });
    expect(await checkBoard({ ...right, board: [first] })).toEqual({ tally: false, chain: false, count: false });
    expect(await checkBoard({ ...right, board: [...board, { tracker: 'c'.repeat(32), choice: 'abstain', weight: 1 }] })).toEqual({ tally: false, chain: false, count: false });
    expect(await checkBoard({ ...right, board: [second, first] })).toEqual({ tally: true, chain: false, count: true });
    expect(await checkBoard({ ...right, tally: { yes: 3 } })).toEqual({ tally: false, chain: true, count: true });
  });
});
