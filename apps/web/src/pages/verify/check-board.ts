import type { BallotBoard } from '@yaji/contracts';
import { boardText, chainStart, tallyOf } from '@yaji/salon';

/** What this browser found by adding up for itself. */
export type Checked = { tally: boolean; chain: boolean; count: boolean };

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const sameFigures = (one: Record<string, number>, other: Record<string, number>): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((choice) => (one[choice] ?? 0) === (other[choice] ?? 0));

/** From the lines alone: the tally, the end of the chain, how many there are. */
export async function checkBoard({ ballotId, board, tally, digest, voted }: BallotBoard): Promise<Checked> {
  let end = await sha256(chainStart(ballotId));
  for (const line of board) end = await sha256(`${end}\n${boardText(line)}`);
  return { tally: sameFigures(tallyOf(board), tally), chain: end === digest, count: board.length === voted };
}
