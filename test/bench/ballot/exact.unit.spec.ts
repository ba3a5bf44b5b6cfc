import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { BallotBoard, BallotId } from '@yaji/contracts';
import { faultsOf } from './exact.ts';
import type { Voted } from './voters.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const [ann, bob, eve] = ['a', 'b', 'e'].map((letter) => letter.repeat(32)) as [string, string, string];
const acknowledged = (...taken: Voted['taken']): Voted => ({ dueAt: 0, ackedAt: 1, taken, refused: null, second: null, said: 1 });

/** Ann has voted yes and Bob no; the board is in another order. */
function counted(lines = [{ tracker: bob, choice: 'no', weight: 1 }, { tracker: ann, choice: 'yes', weight: 1 }], tally: Record<string, number> = { no: 1, yes: 1 }) {
  const digest = lines.reduce((before, { tracker, choice, weight }) => sha256(`${before}\n${tracker} ${choice} ${weight}`), sha256('yaji ballot one'));
  const published = { ballotId: 'one' as BallotId, voted: lines.length, tally, digest, board: lines } as unknown as BallotBoard;
  return { voted: [acknowledged({ tracker: ann, choice: 'yes' }), acknowledged({ tracker: bob, choice: 'no' })], published, ballot: { tally, digest, cast: { members: lines.length, weight: lines.length } } };
}

describe('what the bench of ballots calls exact', () => {
  it('finds nothing in an exact result', () => { expect(faultsOf(counted())).toEqual([]); });

  it('finds a vote that was acknowledged and is not there, and one that nobody cast', () => {
    expect(faultsOf(counted([{ tracker: ann, choice: 'yes', weight: 1 }], { yes: 1 }))).toHaveLength(4);
    expect(faultsOf(counted([{ tracker: ann, choice: 'yes', weight: 1 }, { tracker: eve, choice: 'no', weight: 1 }]))).toEqual(['the lines of the board are not the acknowledged votes']);
  });

  it('finds two votes of one person, and a second one that was refused for another reason', () => {
    const { voted, ...result } = counted();
    expect(faultsOf({ ...result, voted: [acknowledged(...voted.flatMap(({ taken }) => taken))] })).toEqual(['somebody voted twice']);
    expect(faultsOf({ ...result, voted: voted.map((one) => ({ ...one, second: 'socket/too-fast' })) })).toEqual(['a second vote was not refused as such']);
  });

  it('finds a tally that is not the board’s, and a chain that ends elsewhere', () => {
    const { ballot, ...result } = counted();
    expect(faultsOf({ ...result, ballot: { ...ballot, tally: { yes: 2 } } })).toEqual(['the tally of the log is not the published one']);
    expect(faultsOf({ ...result, ballot: { ...ballot, digest: sha256('another') } })).toEqual(['the chain over the board does not end in the digest of the log']);
  });
});
