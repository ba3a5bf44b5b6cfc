import type { BallotId } from '@yaji/contracts';
import type { Receipt } from '../../features/vote/receipts.ts';

/** The numbers of all receipts of a ballot that this browser keeps. */
export const receiptsOf = (ballotId: BallotId): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith(`yaji.receipt ${ballotId} `)).map((key) => (JSON.parse(localStorage.getItem(key) ?? '{}') as Receipt).tracker);
