import { corpusOf, rarityOf, sum } from './centrality.ts';
import type { Sentence, Weighed } from './weighing.ts';

/** `most` per group, as far as there is enough from others. */
export type Quota = { groupOf: (sentence: Sentence) => string; most: number };
export type Wanted = { count: number; quotas: readonly Quota[] };

/** Maximal marginal relevance (Carbonell and Goldstein 1998): so much counts the weight, the rest what was not yet said. */
const lambda = 0.7;

/** The best that do not repeat one another, in the order of being chosen; fewer where there are fewer. */
export function choose(weighed: readonly Weighed[], { count, quotas }: Wanted): Sentence[] {
  const open = candidatesOf(weighed, count);
  const chosen: Candidate[] = [];
  const taken = quotas.map(() => new Map<string, number>());
  const isFull = ({ sentence }: Candidate): boolean => quotas.some(({ groupOf, most }, n) => (taken[n]?.get(groupOf(sentence)) ?? 0) >= most);
  while (chosen.length < count && open.length > 0) {
    // Where every group has its share, the best of the rest is better than nothing.
    const allowed = open.filter((candidate) => !isFull(candidate));
    const best = bestOf(allowed.length > 0 ? allowed : open);
    chosen.push(best);
    open.splice(open.indexOf(best), 1);
    for (const [n, { groupOf }] of quotas.entries()) taken[n]?.set(groupOf(best.sentence), (taken[n].get(groupOf(best.sentence)) ?? 0) + 1);
    for (const other of open) other.nearest = Math.max(other.nearest, likeness(other.vector, best.vector));
  }
  return chosen.map(({ sentence }) => sentence);
}

type Candidate = Weighed & { vector: ReadonlyMap<string, number>; nearest: number };

/** Nobody is chosen from further behind. */
const perPlace = 40;

function candidatesOf(weighed: readonly Weighed[], count: number): Candidate[] {
  const heaviest = Math.max(...weighed.map(({ weight }) => weight), Number.MIN_VALUE);
  const best = weighed.toSorted((one, other) => other.weight - one.weight || one.sentence.fromAt - other.sentence.fromAt).slice(0, Math.max(80, count * perPlace));
  const corpus = corpusOf(best.map(({ sentence }) => sentence.words));
  return best.map(({ sentence, weight }) => {
    const vector = new Map<string, number>();
    for (const word of sentence.words) vector.set(word, (vector.get(word) ?? 0) + rarityOf(corpus, word));
    const length = Math.sqrt(sum([...vector.values()].map((value) => value * value))) || 1;
    return { sentence, weight: weight / heaviest, vector: new Map([...vector].map(([word, value]) => [word, value / length])), nearest: 0 };
  });
}

function bestOf(candidates: readonly Candidate[]): Candidate {
  const worth = ({ weight, nearest }: Candidate): number => lambda * weight - (1 - lambda) * nearest;
  return candidates.reduce((best, other) => (worth(other) > worth(best) ? other : best));
}

/** Cosine. */
function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let common = 0;
  for (const [word, value] of one) common += value * (other.get(word) ?? 0);
  return common;
}
