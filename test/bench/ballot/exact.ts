import { createHash } from 'node:crypto';
import type { BallotBoard, BoardLine } from '@yaji/contracts';
import { type Ballot, boardText, chainStart, tallyOf } from '@yaji/salon';
import type { Voted } from './voters.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const chainOf = ({ ballotId, board }: BallotBoard): string => board.reduce((before, line) => sha256(`${before}\n${boardText(line)}`), sha256(chainStart(ballotId)));
const inOrder = (counts: object): string => JSON.stringify(Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1)));
const linesOf = (lines: readonly BoardLine[]): string => lines.map(boardText).sort().join('\n');

type Found = { voted: readonly Voted[]; ballot: Pick<Ballot, 'tally' | 'cast' | 'digest'>; published: BallotBoard };

/** What is wrong with a result: what was acknowledged is exactly what lies open, is what was counted, and is what the log holds. Empty: nothing. */
export function faultsOf({ voted, ballot, published }: Found): string[] {
  const taken = voted.flatMap((one) => one.taken.map(({ tracker, choice }): BoardLine => ({ tracker, choice, weight: 1 })));
  const { board, tally, digest } = published;
  const holds: Record<string, boolean> = {
    'somebody voted twice': voted.every((one) => one.taken.length <= 1),
    'a second vote was not refused as such': voted.every(({ second }) => second === null || second === 'ballot/already-voted'),
    [`the board has ${board.length} lines for ${taken.length} acknowledged votes`]: board.length === taken.length,
    'the lines of the board are not the acknowledged votes': linesOf(board) === linesOf(taken),
    'the published tally is not that of the acknowledged votes': inOrder(tally) === inOrder(tallyOf(taken)),
    'the tally of the log is not the published one': inOrder(ballot.tally) === inOrder(tally),
    'turnout is not the number of acknowledged votes': published.voted === taken.length && ballot.cast?.members === taken.length,
    'the chain over the board does not end in the digest of the log': digest !== null && chainOf(published) === digest && ballot.digest === digest,
  };
  return Object.entries(holds).filter(([, isSo]) => !isSo).map(([fault]) => fault);
}
