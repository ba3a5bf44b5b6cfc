import type { BallotId, BallotResult, BallotTerms, Count, EventOf, LocalText } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { type Ballot, countOf, type Room } from '@yaji/salon';
import { plateOf, type Plate } from './plate.ts';

/** A named vote. `proxy`: who cast it in the elector's place. */
export type RollCallLine = { elector: Plate; choice: string; weight: number; proxy: Plate | null };
/** A vote under a name that only its voter knows to be his. */
export type PseudonymLine = { pseudonym: string; choice: string; weight: number };
/** What the chair made of a tie, and who said so. */
export type TieRecord = { at: number; by: Plate | null; carried: boolean; sentence: LocalText };

/**
 * One vote on a motion. Times in UTC milliseconds. `entitled` null: everybody in the room. `present`: at its opening and its closing.
 * `cast`: who voted. What a void vote would tell of its votes is null or empty. `result` and `sentence`: as the log has them; of a tie before
 * the chair decided it. `digest`: of the bulletin board of a secret vote.
 */
export type VoteRecord = {
  kind: 'vote'; ballotId: BallotId; status: Ballot['status']; corrects: BallotId | null;
  secrecy: BallotTerms['secrecy']; majority: BallotTerms['majority']; base: BallotTerms['base'];
  openedAt: number; closedAt: number | null;
  present: { opening: Count; closing: Count | null }; entitled: Count | null; cast: Count | null;
  result: BallotResult | null; sentence: LocalText | null; tie: TieRecord | null;
  rollCall: RollCallLine[]; pseudonyms: PseudonymLine[]; digest: string | null;
};

/** What the log says at a vote's end and the room does not keep. */
export type Closing = EventOf<'BallotClosed'>['data'];

export function voteRecord(room: DeepReadonly<Room>, ballot: DeepReadonly<Ballot>, closing: Closing | undefined, tie: TieRecord | null): VoteRecord {
  const { ballotId, status, corrects, terms, openedAt, closedAt, electors } = ballot;
  const { result = null, sentence = null } = closing ?? {};
  const counted = result?.outcome === 'void' ? undefined : closing;
  return {
    kind: 'vote', ballotId, status, corrects, secrecy: terms.secrecy, majority: terms.majority, base: terms.base, openedAt, closedAt,
    present: presentAt(ballot, result), entitled: electors && countOf(electors), cast: counted ? { ...counted.cast } : null,
    result, sentence, tie, ...votesIn(room, ballot, counted), digest: counted?.digest ?? null,
  };
}

/** When a vote was called off, nobody counted who was still there. */
function presentAt({ opening, closing }: DeepReadonly<Ballot>, result: BallotResult | null): VoteRecord['present'] {
  return { opening: { ...opening }, closing: closing === null || result?.voidBecause === 'cancelled' ? null : { ...closing } };
}

/** From what was published at the end alone: what was said while the vote was open ties voters to choices. */
function votesIn(room: DeepReadonly<Room>, { terms, electors }: DeepReadonly<Ballot>, counted: Closing | undefined): Pick<VoteRecord, 'rollCall' | 'pseudonyms'> {
  const votes = counted?.votes ?? [];
  const rollCall = votes.flatMap(({ elector, choice, weight }): RollCallLine[] => {
    if (elector === null || terms.secrecy !== 'named') return [];
    const proxy = electors?.find(({ participantId }) => participantId === elector)?.proxy ?? null;
    return [{ elector: plateOf(room, elector), choice, weight, proxy: proxy && plateOf(room, proxy) }];
  });
  const pseudonyms = votes.flatMap(({ pseudonym, choice, weight }): PseudonymLine[] => (pseudonym === null || terms.secrecy !== 'pseudonymous' ? [] : [{ pseudonym, choice, weight }]));
  return { rollCall, pseudonyms };
}
