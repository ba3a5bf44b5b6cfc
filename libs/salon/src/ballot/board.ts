import type { BallotId, BoardLine } from '@yaji/contracts';

/**
 * What the chain over a bulletin board is made of: each digest is SHA-256, in hexadecimal digits, of the digest before, a line feed and the
 * line. Pages and servers make it the same way.
 */
export const chainStart = (ballotId: BallotId): string => `yaji ballot ${ballotId}`;
export const boardText = ({ tracker, choice, weight }: BoardLine): string => `${tracker} ${choice} ${weight}`;

/** [B17] Weights by choice. */
export function tallyOf(board: readonly BoardLine[]): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const { choice, weight } of board) tally[choice] = (tally[choice] ?? 0) + weight;
  return tally;
}
