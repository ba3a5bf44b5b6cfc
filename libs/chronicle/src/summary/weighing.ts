import { centrality, corpusOf, relevance, sum } from './centrality.ts';
import { cueOf, hasFigure, isCourtesy, isQuestion, leans } from './cues.ts';
import { registerOf } from './register.ts';
import type { Statement } from './summary.ts';
import { isHan, sizeOf } from './words.ts';

/** A sentence with what it is compared by. `place`: 0 for the first of its speech, 1 for the last; `speech`: how many it has; `lateness`: the same in its topic. */
export type Sentence = Statement & { words: readonly string[]; size: number; place: number; speech: number; lateness: number };
export type Weighed = { sentence: Sentence; weight: number };

/**
 * How much each property counts, and how far a question, a sentence that leans on another, a short one and one that is talk between two stand back. The mean
 * of the best twenty-fifth of 1,200 drawn by lot together with the shares in `choose.ts`, judged on the development half of `test/fixtures/summaries`: less
 * fitted to those texts than the best single one. `late`: the end of a topic, where a moderator says what came of it.
 */
export type Weights = {
  graph: number; coverage: number; place: number; late: number; asked: number; cue: number; figure: number; question: number; leaning: number; length: number;
  personal: number; filler: number;
};
export const usualWeights: Weights = {
  graph: 0.31, coverage: 0.27, place: 0.16, late: 0.61, asked: 0.6, cue: 0.21, figure: 0.1, question: 0.72, leaning: 0.84, length: 0.41, personal: 4.25, filler: 2.73,
};

/** One graph of more sentences than this would cost more than it tells: they are done in pieces, and the best of each once more together. */
const piece = 500;
/** Of each piece. */
const kept = 0.2;

/** Weighs sentences of one matter against one another, 0 to about 1, in their order. `asked`: the words of its title and questions. */
export function weigh(sentences: readonly Sentence[], asked: readonly string[], weights: Weights = usualWeights): Weighed[] {
  if (sentences.length <= piece) return weighTogether(sentences, asked, weights);
  const pieces = Math.ceil(sentences.length / piece);
  const size = Math.ceil(sentences.length / pieces);
  const weighed = Array.from({ length: pieces }, (_, n) => weighTogether(sentences.slice(n * size, (n + 1) * size), asked, weights)).flat();
  const best = weighed.toSorted((one, other) => other.weight - one.weight).slice(0, Math.floor(Math.min(sentences.length * kept, piece)));
  const again = new Map(weighTogether(best.map(({ sentence }) => sentence), asked, weights).map(({ sentence, weight }) => [sentence, weight]));
  // What did not come into the second round stays behind all that did.
  return weighed.map(({ sentence, weight }) => ({ sentence, weight: again.has(sentence) ? 1 + (again.get(sentence) ?? 0) : weight }));
}

function weighTogether(sentences: readonly Sentence[], asked: readonly string[], weights: Weights): Weighed[] {
  const documents = sentences.map(({ words }) => words);
  const corpus = corpusOf(documents);
  const central = centrality(documents, corpus);
  const covers = highestIsOne(coverage(documents));
  const answers = relevance(corpus, asked);
  const mostAnswered = Math.max(...answers.values(), Number.MIN_VALUE);
  return sentences.map((sentence, n) => {
    const { text } = sentence;
    const properties = weights.graph * (central[n] ?? 0) + weights.coverage * (covers[n] ?? 0) + weights.asked * ((answers.get(n) ?? 0) / mostAnswered)
      + weights.place * placeWeight(sentence) + weights.cue * cueOf(text) + weights.figure * (hasFigure(text) ? 1 : 0)
      + weights.late * Math.max(0, sentence.lateness * 4 - 3);
    return { sentence, weight: properties * standing(sentence, weights) };
  });
}

/** How much of what is often said here a sentence says (after SumBasic, Nenkova and Vanderwende 2005). */
function coverage(documents: readonly (readonly string[])[]): number[] {
  const counts = new Map<string, number>();
  for (const word of documents.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  // What was said once is chance, as far as it can be seen from here.
  return documents.map((words) => sum([...new Set(words)].map((word) => Math.log(counts.get(word) ?? 1))) / (words.length + 6));
}

function highestIsOne(values: readonly number[]): number[] {
  const highest = Math.max(...values, Number.MIN_VALUE);
  return values.map((value) => value / highest);
}

/** Speakers say what they want early, and once more at the end. */
const placeWeight = ({ place, speech }: Sentence): number => (speech <= 2 ? 0.5 : Math.max(1 - place * 2, place === 1 ? 0.8 : 0, 0));

const shortWords = 6;
const longWords = 60;
/** A sentence of so many words can say something whole. */
const goodWords = 21;
/** However much of it is talk. */
const leastRegister = 0.1;

/** By what a sentence is not fit to stand alone: 0 to 1. */
function standing(sentence: Sentence, weights: Weights): number {
  const { text, size, words } = sentence;
  // A sentence of a few Chinese characters is one of still fewer words.
  const short = isHan(text) ? shortWords * 0.8 : shortWords;
  const lengthy = size < short ? 0.35 : size > longWords ? 0.6 : 1;
  const courteous = isCourtesy(text) ? 0.15 : 1;
  const empty = words.length < 2 ? 0.2 : 1;
  const whole = Math.min(1, size / goodWords) ** weights.length;
  const { personal, filler } = registerOf(sentence);
  const written = Math.max(leastRegister, 1 - weights.personal * personal) * Math.max(leastRegister, 1 - weights.filler * filler);
  return lengthy * whole * written * courteous * empty * (isQuestion(text) ? weights.question : 1) * (leans(text) ? weights.leaning : 1);
}

/** What has nothing to it but courtesy is no essence. */
export const saysSomething = ({ text, words }: Sentence): boolean => words.length > 0 && !(isCourtesy(text) && sizeOf(text) < 12);
