/** Another text, and how like it is: 0 (nothing in common) to 1 (the same). */
export type Alike<Id> = { id: Id; likeness: number };

/**
 * Texts by what they are compared by. `postings`: in which texts a feature is. Changed by `noteText` alone; whoever holds one keeps it, since a text
 * is taken apart once.
 */
export type Texts<Id> = { known: Map<Id, Noted<Id>>; postings: Map<string, Noted<Id>[]> };
type Noted<Id> = { id: Id; text: string; weight: number };

export const noTexts = <Id>(): Texts<Id> => ({ known: new Map(), postings: new Map() });

/** Less than this is chance: questions of one topic share its words. Found with the pairs of `alike.unit.spec.ts`. */
const least = 0.43;
export const most = 3;
const wordLetters = 8;
const shares = { word: 1, pair: 0.5, piece: 0.35 };

/** Puts a text among the others, in the place of what stood under that id. */
export function noteText<Id>({ known, postings }: Texts<Id>, id: Id, text: string): void {
  const before = known.get(id);
  if (before?.text === text) return;
  if (before) for (const feature of featuresOf(before.text).keys()) postings.set(feature, (postings.get(feature) ?? []).filter((noted) => noted !== before));
  const features = featuresOf(text);
  const noted = { id, text, weight: sum(features.values()) };
  known.set(id, noted);
  for (const feature of features.keys()) {
    const list = postings.get(feature);
    if (list) list.push(noted);
    else postings.set(feature, [noted]);
  }
}

/**
 * The texts most like this one, the likest first: the weighted share of words, pairs of neighbouring words and pieces of words that both have
 * (Dice 1945). Within one language; a Chinese and an English text have nothing in common but numbers and names.
 */
export function alikeTo<Id>({ postings }: Texts<Id>, text: string): Alike<Id>[] {
  const features = featuresOf(text);
  const own = sum(features.values());
  const shared = new Map<Noted<Id>, number>();
  for (const [feature, weight] of features) {
    for (const noted of postings.get(feature) ?? []) shared.set(noted, (shared.get(noted) ?? 0) + weight);
  }
  return [...shared].map(([{ id, weight }, common]) => ({ id, likeness: (2 * common) / (own + weight) }))
    .filter(({ likeness }) => likeness >= least)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, most);
}

const sum = (weights: Iterable<number>): number => {
  let total = 0;
  for (const weight of weights) total += weight;
  return total;
};

const segmenter = /* @__PURE__ */ new Intl.Segmenter('und', { granularity: 'word' });
const isHan = (word: string): boolean => /\p{Script=Han}/u.test(word);

/** What a text is compared by, each with its weight: a longer word says more than a short one, in Chinese a character as much as four letters. */
function featuresOf(text: string): Map<string, number> {
  const features = new Map<string, number>();
  let before = '';
  for (const { segment, isWordLike } of segmenter.segment(text.normalize('NFKC').toLowerCase())) {
    if (!isWordLike) continue;
    const weight = Math.min(wordLetters, isHan(segment) ? segment.length * 4 - 3 : segment.length) / wordLetters;
    features.set(`w ${segment}`, weight * shares.word);
    if (before !== '') features.set(`p ${before} ${segment}`, shares.pair * weight);
    for (const piece of piecesOf(segment)) features.set(`c ${piece}`, shares.piece * weight);
    before = segment;
  }
  return features;
}

/** Three letters at a time, with the edges of the word; of Chinese, two characters. */
function piecesOf(word: string): string[] {
  const [edged, length] = isHan(word) ? [word, 2] : [` ${word} `, 3];
  return Array.from({ length: Math.max(0, edged.length - length + 1) }, (_, from) => edged.slice(from, from + length));
}
