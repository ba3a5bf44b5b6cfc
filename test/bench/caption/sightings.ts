import type { Round, Seen, Spoken } from './spoken.ts';

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

/** A page that is kept from its work for a moment notes a phrase late, or in two halves. */
const nearMs = 400;

/** Which phrase each is of a microphone that says a round again and again: as most of them fit. What fits nowhere is left out. */
export function numbered(spoken: readonly Spoken[], { startsMs, lengthMs }: Pick<Round, 'startsMs' | 'lengthMs'>): (Spoken & { phrase: number })[] {
  const far = (at: number, start: number): number => Math.abs(at - start - Math.round((at - start) / lengthMs) * lengthMs);
  const placed = (zero: number) => spoken.flatMap((phrase) => {
    const n = startsMs.findIndex((start) => far(phrase.from - zero, start) <= nearMs);
    return n < 0 ? [] : [{ ...phrase, phrase: n }];
  });
  const ways = spoken.flatMap(({ from }) => startsMs.map((start) => placed(from - start)));
  return ways.reduce((best, way) => (way.length > best.length ? way : best), []);
}

/** When a phrase was seen: a caption that has none of its words is not one of it. */
export function sightings(spoken: readonly (Spoken & { phrase: number })[], seen: readonly Seen[], own: readonly ReadonlySet<string>[]): Sighting[] {
  return spoken.map((phrase) => {
    const first = seen.find(({ text, at }) => at >= phrase.from && at < phrase.from + horizonMs && wordsOf(text).some((word) => own[phrase.phrase]?.has(word)));
    const whole = first && seen.find(({ line, final, at }) => line === first.line && final && at >= first.at);
    return { ...phrase, seenAt: first?.at ?? null, wholeAt: whole?.at ?? null };
  });
}
