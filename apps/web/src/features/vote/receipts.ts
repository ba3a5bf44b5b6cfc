import type { BallotId, ParticipantId } from '@yaji/contracts';

/** By which a voter finds the own vote of a secret ballot on its bulletin board. Kept in this browser only: no server knows whose it is. */
export type Receipt = { tracker: string; choice: string };

const place = (ballotId: BallotId, elector: ParticipantId): string => `yaji.receipt ${ballotId} ${elector}`;

export const hasReceipt = (ballotId: BallotId, elector: ParticipantId): boolean => localStorage.getItem(place(ballotId, elector)) !== null;
export const keepReceipt = (ballotId: BallotId, elector: ParticipantId, receipt: Receipt): void => localStorage.setItem(place(ballotId, elector), JSON.stringify(receipt));
export const dropReceipt = (ballotId: BallotId, elector: ParticipantId): void => localStorage.removeItem(place(ballotId, elector));

export function receiptOf(ballotId: BallotId, elector: ParticipantId): Receipt | null {
  const kept = localStorage.getItem(place(ballotId, elector));
  return kept === null ? null : JSON.parse(kept) as Receipt;
}
