import { createHash } from 'node:crypto';
import type { BallotId, BoardLine } from '@yaji/contracts';
import { boardText, chainStart } from '@yaji/salon';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The end of the chain over a bulletin board; of an empty one its start alone. */
export const chainOf = (ballotId: BallotId, board: readonly BoardLine[]): string =>
  board.reduce((before, line) => digest(`${before}\n${boardText(line)}`), digest(chainStart(ballotId)));
