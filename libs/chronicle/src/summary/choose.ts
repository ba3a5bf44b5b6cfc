import { corpusOf, rarityOf, sum } from './centrality.ts';
import type { Sentence, Weighed } from './weighing.ts';
import { worthOfWords } from './worth-of-words.ts';

/** `most` per group, as far as there is enough from others. */
export type Quota = { groupOf: (sentence: Sentence) => string; most: number };
export type Wanted = { count: number; quotas: readonly Quota[] };

/**
 * So much counts the weight of a sentence, its likeness to the nearest that is chosen (maximal marginal relevance, Carbonell and Goldstein 1998), the worth of
 * its words that no chosen one has (coverage), and what it costs to read it. Likeness alone keeps doubles out, but does not ask what is still missing; and
 * as weight and coverage both grow with the length of a sentence, without a cost the five longest win (Lin and Bilmes 2010 and 2011: gain against cost).
 */
const shares = { weight: 0.7, likeness: 0.28, coverage: 0.59, cost: 0.25 };
/** A sentence of so many words costs 1. */
const wordsOfCost = 21;
/** Words: what is shorter takes its place in the list all the same, or `I agree with her` would come cheap. */
const leastCost = 12;

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
    for (const other of open) considerNew(other, best);
  }
  return chosen.map(({ sentence }) => sentence);
}

/** `missing`: the worth of each word that no chosen sentence has yet; `adds`: all of it, 1 for the candidate that has most at the start. */
type Candidate = Weighed & { vector: ReadonlyMap<string, number>; nearest: number; missing: Map<string, number>; adds: number };

function considerNew(candidate: Candidate, chosen: Candidate): void {
  candidate.nearest = Math.max(candidate.nearest, likeness(candidate.vector, chosen.vector));
  for (const word of chosen.vector.keys()) candidate.missing.delete(word);
  candidate.adds = sum(candidate.missing.values());
}

/** Nobody is chosen from further behind. */
const perPlace = 40;

function candidatesOf(weighed: readonly Weighed[], count: number): Candidate[] {
  const heaviest = Math.max(...weighed.map(({ weight }) => weight), Number.MIN_VALUE);
  const best = weighed.toSorted((one, other) => other.weight - one.weight || one.sentence.fromAt - other.sentence.fromAt).slice(0, Math.max(80, count * perPlace));
  const corpus = corpusOf(best.map(({ sentence }) => sentence.words));
  const worth = worthOfWords(weighed.map(({ sentence }) => sentence));
  const worthIn = ({ words }: Sentence): number => sum([...new Set(words)].map((word) => worth.get(word) ?? 0));
  const most = Math.max(...best.map(({ sentence }) => worthIn(sentence)), Number.MIN_VALUE);
  return best.map(({ sentence, weight }) => {
    const vector = new Map<string, number>();
    for (const word of sentence.words) vector.set(word, (vector.get(word) ?? 0) + rarityOf(corpus, word));
    const length = Math.sqrt(sum([...vector.values()].map((value) => value * value))) || 1;
    const missing = new Map([...vector.keys()].map((word) => [word, (worth.get(word) ?? 0) / most]));
    return { sentence, weight: weight / heaviest, vector: new Map([...vector].map(([word, value]) => [word, value / length])), nearest: 0, missing, adds: sum(missing.values()) };
  });
}

function bestOf(candidates: readonly Candidate[]): Candidate {
  const worth = ({ sentence, weight, nearest, adds }: Candidate): number =>
    shares.weight * weight - shares.likeness * nearest + shares.coverage * adds - (shares.cost * Math.max(sentence.size, leastCost)) / wordsOfCost;
  return candidates.reduce((best, other) => (worth(other) > worth(best) ? other : best));
}

/** Cosine. */
function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let common = 0;
  for (const [word, value] of one) common += value * (other.get(word) ?? 0);
  return common;
}
