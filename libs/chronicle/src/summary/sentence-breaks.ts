import type { Language } from '@yaji/contracts';
import { isHan, sizeOf } from './words.ts';

/** A part of a text, by its places in UTF-16 units; `to` is the place after its end. */
export type Part = { from: number; to: number };

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: Language): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}

/** After these the system's rules see an end where there is none; after the second kind only before a figure. */
const abbreviation = /(?:^|[\s("“])(?:(?:Dr|Mr|Mrs|Ms|Prof|St|Rev|Hon|Gen|Sen|vs|approx|cf|[A-Z])|[A-Z](?:\.[A-Z])+|e\.g|i\.e)\.$/;
const numbered = /(?:^|[\s(])(?:No|Nos|Art|Fig|Vol|Sec|p|pp|Ch)\.$/i;

const goesOn = (text: string, next: string): boolean => abbreviation.test(text) || (numbered.test(text) && /^\d/.test(next));

/** Words: longer than this nobody quotes; what has no punctuation is cut shorter. */
const longest = 60;
const longestUnmarked = 40;
/** No sentence of so many words is longer than this. UTF-16 units. */
const lookAhead = 800;

/** The sentences of a text, in its order, without the white space around them. */
export function sentenceParts(text: string, language: Language): Part[] {
  const parts: Part[] = [];
  for (const { segment, index } of segmenterOf(language).segment(text)) {
    const part = trimmed(text, { from: index, to: index + segment.length });
    const last = parts.at(-1);
    if (last && !text.slice(last.to, part.from).includes('\n') && goesOn(text.slice(last.from, last.to), text.slice(part.from, part.to))) last.to = part.to;
    else if (part.to > part.from) parts.push(part);
  }
  return parts.flatMap((part) => shortened(text, part));
}

export function trimmed(text: string, { from, to }: Part): Part {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return { from: start, to: end };
}

const endMark = /[.!?。！？…]["”’」』)）]*$/u;
/** Where a long sentence may be parted: after a mark, or before a word that begins a new thought. */
const seams = [
  /[;；:：]\s*|[,，]\s*(?=(?:and|but|so|because|which|then)\b|但|所以|因为|而且|然后|另外|同时|那么)/gu,
  /[,，、]\s*/gu,
  /\s+(?=(?:and|but|so|because|then|also|now)\b)|(?=但是|所以|因为|而且|然后|另外|同时|那么|第[一二三四五])/gu,
  /\s+/gu,
];

function shortened(text: string, part: Part): Part[] {
  const limit = endMark.test(text.slice(part.from, part.to)) ? longest : longestUnmarked;
  const pieces: Part[] = [];
  let rest = part;
  for (;;) {
    const ahead = text.slice(rest.from, Math.min(rest.to, rest.from + lookAhead));
    if (rest.to - rest.from <= lookAhead && sizeOf(ahead) <= limit) break;
    const seam = rest.from + seamIn(ahead, limit);
    pieces.push(trimmed(text, { from: rest.from, to: seam }));
    rest = trimmed(text, { from: seam, to: rest.to });
  }
  return [...pieces, rest].filter(({ from, to }) => to > from);
}

/** The place to part a sentence of more than `limit` words: the last seam of the best kind within the limit, in its later two thirds. */
function seamIn(sentence: string, limit: number): number {
  const room = placeOfWord(sentence, limit);
  for (const seam of seams) {
    let best = 0;
    for (const match of sentence.slice(0, room).matchAll(seam)) if (match.index + match[0].length > room / 3) best = match.index + match[0].length;
    if (best > 0 && best < sentence.length) return best;
  }
  return wholeCharacter(sentence, room);
}

/** After how many UTF-16 units a text has so many words. */
function placeOfWord(sentence: string, words: number): number {
  const perUnit = sizeOf(sentence) / sentence.length;
  let place = Math.max(1, Math.min(sentence.length - 1, Math.floor(words / perUnit)));
  while (place > 1 && sizeOf(sentence.slice(0, place)) > words) place = Math.max(1, Math.floor(place * 0.8));
  return place;
}

/** In Chinese without any mark not within a word, elsewhere at least not within a character. */
function wholeCharacter(sentence: string, place: number): number {
  if (isHan(sentence.slice(Math.max(0, place - 2), place + 2))) {
    const around = Math.max(0, place - 20);
    const words = [...wordsOf.segment(sentence.slice(around, place + 10))];
    const start = words.map(({ index }) => around + index).findLast((index) => index <= place && index > 0);
    if (start !== undefined) return start;
  }
  return /[\uDC00-\uDFFF]/.test(sentence[place] ?? '') && place > 1 ? place - 1 : place;
}

const wordsOf = /* @__PURE__ */ new Intl.Segmenter('zh', { granularity: 'word' });
