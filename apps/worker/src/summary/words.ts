import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { isFunctionWord, plainWords, type Tokenise } from '@yaji/chronicle';
import { tongueOf } from '@yaji/salon';
import { stemmer } from 'stemmer';

const latinWord = /[\p{L}\p{N}]+(?:[.,]\d+)*/gu;
const han = /\p{Script=Han}/u;
const letters = /[\p{L}\p{N}]/u;
/** More than any word of the dictionary has: a name is one word whatever it is made of. */
const certain = 1_000_000;
/** Longer than this is a sentence, no name. UTF-16 units. */
const longestName = 12;

/**
 * Words of Chinese by dictionary, of English by their stems (Porter 1980), of other languages by the system's word boundaries. `names`: people, organisations
 * and terms that a dictionary does not know; it would cut them in pieces.
 */
export function wordsWith(names: Iterable<string>): Tokenise {
  const chinese = Jieba.withDict(dict);
  const own = [...new Set(names)].filter((name) => han.test(name) && !/\s/.test(name) && name.length > 1 && name.length <= longestName);
  if (own.length > 0) chinese.loadDict(Buffer.from(own.map((name) => `${name} ${certain} n\n`).join('')));
  return (text, language) => {
    if (han.test(text)) return chinese.cut(text, true).filter((word) => letters.test(word)).flatMap((word) => (han.test(word) ? chineseWord(word) : englishWords(word)));
    return tongueOf(language) === 'en' || language === 'und' || tongueOf(language) === 'zh' ? englishWords(text) : plainWords(text, language);
  };
}

const chineseWord = (word: string): string[] => (isFunctionWord(word) ? [] : [word]);

function englishWords(text: string): string[] {
  const spoken = text.toLowerCase().replace(/[’']/g, "'").replace(/n't\b|'(?:s|re|ve|ll|d|m)\b/g, '');
  return (spoken.match(latinWord) ?? []).filter((word) => !isFunctionWord(word)).map(stemmer);
}
