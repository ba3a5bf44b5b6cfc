import type { BallotResult, BallotTerms, Count, Majority, MajorityOf, Quorum } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';

/** Weights. `present`: present or represented at the closing, or voted. */
export type Figures = { yes: number; no: number; abstain: number; present: number; entitled: number };

/** [B8] What the majority is a part of. */
export function baseOf(base: MajorityOf, { yes, no, abstain, present, entitled }: Figures): number {
  switch (base) {
    case 'yes-no': return yes + no;
    case 'cast': return yes + no + abstain;
    case 'present': return present;
    case 'entitled': return entitled;
  }
}

/** [B7] The fewest yes that carry it. Whole numbers throughout: no share is rounded in anybody's favour. */
export function neededOf(majority: Majority, base: number): number {
  switch (majority) {
    case 'simple': case 'absolute': return Math.floor(base / 2) + 1;
    case 'two-thirds': return Math.max(1, Math.ceil((base * 2) / 3));
    case 'three-quarters': return Math.max(1, Math.ceil((base * 3) / 4));
    case 'unanimous': return Math.max(1, base);
  }
}

/** [B9] As many for as against, and one more would have carried it. */
const isTied = ({ majority }: DeepReadonly<BallotTerms>, { yes, no }: Figures, base: number): boolean =>
  (majority === 'simple' || majority === 'absolute') && yes > 0 && yes === no && yes * 2 === base;

/** [B6] A share from 0.01 to 100 %, or a whole number from 1 to as many as there are. */
export function quorumFits({ of, kind, value }: Quorum, entitled: Count): boolean {
  if (kind === 'share') return value >= 0.01 && value <= 100;
  return Number.isInteger(value) && value >= 1 && value <= entitled[of];
}

/** [B6] How many must be there. Shares count to a hundredth of a percent, upwards. */
export const quorumNeeded = ({ of, kind, value }: Quorum, entitled: Count): number => (kind === 'number' ? value : Math.ceil((entitled[of] * Math.round(value * 100)) / 10_000));

type Presence = { opening: Count; closing: Count; entitled: Count };

export function quorumOf(quorum: Quorum | null, { opening, closing, entitled }: Presence): BallotResult['quorum'] {
  if (quorum === null) return null;
  const { of } = quorum;
  return { of, needed: quorumNeeded(quorum, entitled), opening: opening[of], closing: closing[of], entitled: entitled[of] };
}

export const isQuorumLost = (quorum: BallotResult['quorum']): boolean => quorum !== null && quorum.closing < quorum.needed;

/** [B6] Nothing is told of what was voted. */
export const voided = (voidBecause: NonNullable<BallotResult['voidBecause']>, quorum: BallotResult['quorum']): BallotResult =>
  ({ outcome: 'void', voidBecause, unanimous: false, yes: 0, no: 0, abstain: 0, base: 0, needed: 0, quorum });

/** [B7] [B8] [B9] [B20] What a vote that had its quorum comes to. */
export function resultFrom(terms: DeepReadonly<BallotTerms>, figures: Figures, quorum: BallotResult['quorum']): BallotResult {
  const { yes, no, abstain } = figures;
  const base = baseOf(terms.base, figures);
  const needed = neededOf(terms.majority, base);
  const carried = yes >= needed;
  const tied = !carried && terms.tie === 'chair' && isTied(terms, figures, base);
  return { outcome: carried ? 'carried' : tied ? 'tied' : 'lost', voidBecause: null, unanimous: carried && no === 0 && abstain === 0, yes, no, abstain, base, needed, quorum };
}
