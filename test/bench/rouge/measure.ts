import { stemmer } from 'stemmer';

/** ROUGE (Lin 2004): F1 of words in common, of pairs of neighbouring words, and of the longest common subsequence. 0 to 1. */
export type Rouge = { rouge1: number; rouge2: number; rougeL: number };

/** English by stemmed words, Chinese by characters (a run of Latin letters or digits counts as one), all without punctuation. */
export const unitsOf = (text: string): string[] =>
  (text.toLowerCase().match(/\p{Script=Han}|[^\s\p{P}\p{S}\p{Script=Han}]+/gu) ?? []).map((word) => (/^[a-z]+$/.test(word) ? stemmer(word) : word));

export function rouge(candidate: readonly string[], reference: readonly string[]): Rouge {
  return {
    rouge1: overlap(candidate, reference),
    rouge2: overlap(pairs(candidate), pairs(reference)),
    rougeL: f1(inOrderShared(candidate, reference), candidate.length, reference.length),
  };
}

const pairs = (units: readonly string[]): string[] => units.slice(1).map((unit, n) => `${units[n] ?? ''} ${unit}`);

function overlap(candidate: readonly string[], reference: readonly string[]): number {
  const left = new Map<string, number>();
  for (const unit of reference) left.set(unit, (left.get(unit) ?? 0) + 1);
  let common = 0;
  for (const unit of candidate) {
    const count = left.get(unit) ?? 0;
    if (count > 0) common += 1;
    left.set(unit, count - 1);
  }
  return f1(common, candidate.length, reference.length);
}

const f1 = (common: number, candidate: number, reference: number): number => (common === 0 ? 0 : (2 * common) / (candidate + reference));

function inOrderShared(one: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const unit of one) {
    const next = [0];
    for (const [n, against] of other.entries()) next.push(unit === against ? (row[n] ?? 0) + 1 : Math.max(row[n + 1] ?? 0, next[n] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}
