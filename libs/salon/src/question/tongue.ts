import type { Language } from '@yaji/contracts';

/** Systems of writing that tell one language of a salon from another; what has none of these is written in Latin letters. */
const writings = {
  // Japanese is written in Chinese characters too: beside Chinese it is not told apart here.
  han: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  hangul: /\p{Script=Hangul}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  arabic: /\p{Script=Arabic}/u,
  hebrew: /\p{Script=Hebrew}/u,
  greek: /\p{Script=Greek}/u,
  devanagari: /\p{Script=Devanagari}/u,
  thai: /\p{Script=Thai}/u,
  latin: /\p{Script=Latin}/u,
};
type Writing = keyof typeof writings;

const writingOf: Readonly<Record<string, Writing>> = {
  zh: 'han', zt: 'han', ja: 'han', ko: 'hangul', ru: 'cyrillic', uk: 'cyrillic', bg: 'cyrillic', be: 'cyrillic', mk: 'cyrillic', kk: 'cyrillic', ky: 'cyrillic', mn: 'cyrillic',
  ar: 'arabic', fa: 'arabic', ur: 'arabic', he: 'hebrew', el: 'greek', hi: 'devanagari', mr: 'devanagari', ne: 'devanagari', th: 'thai',
};

/** A language whatever its country: `en` of `en-GB`. Chinese in traditional characters is `zt`, as translation services name it. */
export function tongueOf(language: Language): string {
  const [tongue = ''] = language.split('-');
  return tongue === 'zh' && /-(hant|tw|hk|mo)\b/i.test(language) ? 'zt' : tongue;
}

/** The languages of a salon between which there is something to translate. */
export const tongues = (languages: readonly Language[]): Language[] =>
  languages.filter((language, n) => languages.findIndex((other) => tongueOf(other) === tongueOf(language)) === n);

const segmenter = /* @__PURE__ */ new Intl.Segmenter('und', { granularity: 'word' });

/** In which of these languages a text is written, by the letters of most of its words; null where letters do not tell. */
export function writtenIn(text: string, languages: readonly Language[]): Language | null {
  const words = new Map<Writing, number>();
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const writing = isWordLike ? namesOfWritings.find((name) => writings[name].test(segment)) : undefined;
    if (writing) words.set(writing, (words.get(writing) ?? 0) + 1);
  }
  const [most] = [...words].sort(([, one], [, other]) => other - one);
  const fitting = most ? languages.filter((language) => (writingOf[tongueOf(language)] ?? 'latin') === most[0]) : [];
  const [only] = fitting;
  return fitting.length === 1 && only !== undefined ? only : null;
}

const namesOfWritings = /* @__PURE__ */ Object.keys(writings) as Writing[];
