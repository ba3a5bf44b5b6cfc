/** Okapi BM25 (Robertson and Zaragoza 2009) with its usual constants. */
const k1 = 1.2;
const b = 0.75;

type Posting = { at: number; count: number };
/** `lengths`: in words; `postings`: in which documents a word is, and how often. */
export type Corpus = { lengths: number[]; meanLength: number; postings: ReadonlyMap<string, Posting[]> };

export function corpusOf(documents: readonly (readonly string[])[]): Corpus {
  const postings = new Map<string, Posting[]>();
  for (const [at, words] of documents.entries()) {
    for (const word of words) {
      const list = postings.get(word);
      const last = list?.at(-1);
      if (!list) postings.set(word, [{ at, count: 1 }]);
      else if (last?.at === at) last.count += 1;
      else list.push({ at, count: 1 });
    }
  }
  const lengths = documents.map(({ length }) => length);
  return { lengths, meanLength: Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)), postings };
}

export const rarityOf = ({ lengths, postings }: Corpus, word: string): number => {
  const inDocuments = postings.get(word)?.length ?? 0;
  return Math.log(1 + (lengths.length - inDocuments + 0.5) / (inDocuments + 0.5));
};

/** How much each document says about these words, by its place; documents that say nothing are not in it. */
export function relevance(corpus: Corpus, words: readonly string[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const word of new Set(words)) {
    const rarity = rarityOf(corpus, word);
    for (const { at, count } of corpus.postings.get(word) ?? []) {
      const length = (corpus.lengths[at] ?? 0) / corpus.meanLength;
      found.set(at, (found.get(at) ?? 0) + (rarity * count * (k1 + 1)) / (count + k1 * (1 - b + b * length)));
    }
  }
  return found;
}

/** As in PageRank: with this chance the walk goes along an edge. */
const damping = 0.85;
const steps = 60;
const settled = 1e-5;

/**
 * How central each document is: the share of time that a walk spends there which goes on to documents alike (LexRank, Erkan and Radev 2004; edges by BM25,
 * Barrios et al. 2016). The most central has 1.
 */
export function centrality(documents: readonly (readonly string[])[], corpus: Corpus = corpusOf(documents)): number[] {
  const edges = edgesOf(documents, corpus);
  const out = edges.map((row) => sum(row.values()));
  let ranks = documents.map(() => 1 / documents.length);
  for (let step = 0; step < steps; step += 1) {
    const next = documents.map(() => (1 - damping) / documents.length);
    for (const [from, row] of edges.entries()) {
      const share = (damping * (ranks[from] ?? 0)) / (out[from] || 1);
      for (const [to, weight] of row) next[to] = (next[to] ?? 0) + share * weight;
    }
    const moved = sum(next.map((rank, n) => Math.abs(rank - (ranks[n] ?? 0))));
    ranks = next;
    if (moved < settled) break;
  }
  const highest = Math.max(...ranks, Number.MIN_VALUE);
  return ranks.map((rank) => rank / highest);
}

function edgesOf(documents: readonly (readonly string[])[], corpus: Corpus): Map<number, number>[] {
  const edges = documents.map(() => new Map<number, number>());
  for (const [from, words] of documents.entries()) {
    for (const [to, weight] of relevance(corpus, words)) {
      if (to === from) continue;
      // Both directions count: a short sentence within a long one is as near to it as the long one to the short.
      edges[from]?.set(to, (edges[from].get(to) ?? 0) + weight);
      edges[to]?.set(from, (edges[to].get(from) ?? 0) + weight);
    }
  }
  return edges;
}

export const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
