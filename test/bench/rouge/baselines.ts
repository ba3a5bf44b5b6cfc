import { chance } from '../../support/chance.ts';

/** Ways of choosing that anybody would try first: each answers the places of sentences, the first chosen first. */
export type Sentence = { text: string; words: string[] };

export const lead = (sentences: readonly Sentence[]): number[] => sentences.map((_, n) => n);

/** The same seed gives the same order on every machine. */
export function random(sentences: readonly Sentence[], seed: number): number[] {
  const next = chance(seed);
  return sentences.map((_, n) => ({ n, key: next() })).sort((one, other) => one.key - other.key).map(({ n }) => n);
}

/** TextRank as it was published (Mihalcea and Tarau 2004): edges by words in common over the logarithms of the lengths. */
export function textRank(sentences: readonly Sentence[]): number[] {
  const sets = sentences.map(({ words }) => new Set(words));
  const edges = sentences.map((one, from) => sentences.map((other, to) => (from === to ? 0 : shared(one, sets[to] ?? new Set()) / (Math.log(one.words.length) + Math.log(other.words.length) || 1))));
  const out = edges.map((row) => row.reduce((sum, weight) => sum + weight, 0) || 1);
  let ranks = sentences.map(() => 1);
  for (let step = 0; step < 100; step += 1) {
    ranks = sentences.map((_, to) => 0.15 + 0.85 * edges.reduce((sum, row, from) => sum + ((row[to] ?? 0) / (out[from] ?? 1)) * (ranks[from] ?? 0), 0));
  }
  return sentences.map((_, n) => n).sort((one, other) => (ranks[other] ?? 0) - (ranks[one] ?? 0));
}

const shared = ({ words }: Sentence, other: ReadonlySet<string>): number => (words.length < 1 || other.size < 1 ? 0 : [...new Set(words)].filter((word) => other.has(word)).length);
