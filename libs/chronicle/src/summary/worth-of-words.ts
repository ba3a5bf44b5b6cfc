import type { Sentence } from './weighing.ts';

/** What was said once is chance, as far as it can be seen from here, but not nothing. */
const saidOnce = 0.3;

/**
 * How much it is worth to have a word in a summary: the more speeches (turns) use it, the more the matter is about it, however often one of them repeats it
 * (Gillick and Favre 2009 by documents).
 */
export function worthOfWords(sentences: readonly Sentence[]): ReadonlyMap<string, number> {
  const uses = new Map<string, { count: number; speeches: Set<string> }>();
  for (const { words, turn, participantId } of sentences) {
    const speech = turn === null ? `by ${participantId ?? ''}` : `turn ${turn}`;
    for (const word of words) {
      const use = uses.get(word) ?? { count: 0, speeches: new Set<string>() };
      use.count += 1;
      use.speeches.add(speech);
      uses.set(word, use);
    }
  }
  return new Map([...uses].map(([word, { count, speeches }]) => [word, count > 1 ? Math.log(1 + speeches.size) : saidOnce]));
}
