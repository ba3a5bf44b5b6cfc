import type { Seen, Spoken } from './spoken.ts';

/** A phrase that was spoken, and what became of it on the display. `seenAt`: one of its own words was there; `wholeAt`: that line stood for good. UTC milliseconds. */
export type Sighting = Spoken & { phrase: number; seenAt: number | null; wholeAt: number | null };

/** What comes later belongs to something else. */
const horizonMs = 12_000;
const leastLetters = 4;
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z']+/g) ?? [];

/** The words of each phrase by which it is known: no little ones, and none that another phrase has too. */
export function ownWords(phrases: readonly string[]): ReadonlySet<string>[] {
  const words = phrases.map((phrase) => new Set(wordsOf(phrase).filter(({ length }) => length >= leastLetters)));
  return words.map((own, n) => new Set([...own].filter((word) => !words.some((other, m) => m !== n && other.has(word)))));
}

/** Which phrase each is of a microphone that says them round and round, the first after a pause of `roundMs`. Throws where that was another round. */
export function numbered(spoken: readonly Spoken[], count: number, roundMs: number): (Spoken & { phrase: number })[] {
  const isFirst = (n: number): boolean => n > 0 && (spoken[n]?.from ?? 0) - (spoken[n - 1]?.to ?? 0) > roundMs;
  const begins = spoken.flatMap((_, n) => (isFirst(n) ? [n] : []));
  const [begin] = begins;
  if (begin === undefined || begins.some((n) => (n - begin) % count !== 0)) throw new Error(`the microphone did not say its ${count} phrases in their order`);
  return spoken.map((phrase, n) => ({ ...phrase, phrase: (((n - begin) % count) + count) % count }));
}

/** When a phrase was seen: a caption that has none of its words is not one of it. */
export function sightings(spoken: readonly (Spoken & { phrase: number })[], seen: readonly Seen[], own: readonly ReadonlySet<string>[]): Sighting[] {
  return spoken.map((phrase) => {
    const first = seen.find(({ text, at }) => at >= phrase.from && at < phrase.from + horizonMs && wordsOf(text).some((word) => own[phrase.phrase]?.has(word)));
    const whole = first && seen.find(({ line, final, at }) => line === first.line && final && at >= first.at);
    return { ...phrase, seenAt: first?.at ?? null, wholeAt: whole?.at ?? null };
  });
}
