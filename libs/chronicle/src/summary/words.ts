import type { Language } from '@yaji/contracts';
import { isFunctionWord } from './function-words.ts';

/** The words of a sentence by which it is compared with others: in one form each (case, ending), without those that every sentence has. */
export type Tokenise = (text: string, language: Language) => string[];

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: Language): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

const plural = /^[a-z]{3,}[^siu]s$/;

/** Without a dictionary: by the word boundaries of the system. To be given one sentence at a time: on long texts the segmenter is slow. */
export const plainWords: Tokenise = (text, language) => {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenterOf(language).segment(text)) {
    const word = segment.toLowerCase();
    if (isWordLike && !isFunctionWord(word)) words.push(plural.test(word) ? word.slice(0, -1) : word);
  }
  return words;
};

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const spaced = /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{P}]+/gu;
/** A Chinese word has 1.6 characters on average. */
const wordsPerHan = 1 / 1.6;

export const isHan = (text: string): boolean => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

/** How long a text is, in words; for Chinese as many as it has on average. */
export const sizeOf = (text: string): number => (text.match(han)?.length ?? 0) * wordsPerHan + (text.match(spaced)?.length ?? 0);
