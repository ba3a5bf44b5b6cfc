import { tongueOf } from '@yaji/salon';
import type { Statement } from './summary.ts';
import { isHan, sizeOf } from './words.ts';

/** `personal` and `filler`: how much of a sentence speaks of who speaks and who listens, and how much only fills; about 0 to 1. */
type Register = { personal: number; filler: number };

/** Not `we` and `our`: so an organisation says what it decides. */
const englishPersonal = /\b(?:i|you|me|my|your|mine|yours|myself|yourself)\b/gi;
const englishFiller = /\b(?:well|actually|really|just|anyway|sorry|sort of|kind of|oh|yes|no|okay|right|please|honestly|frankly)\b/gi;
const chinesePersonal = /[我您](?!们)|你|大家|各位/gu;
const chineseFiller = /[吗呢吧啊嘛哎嗯哦呀]|说实话|其实|反正|真的/gu;

/** So many words more, so that one pronoun in a short sentence is not everything. */
const smoothing = 4;

/**
 * How far a sentence is talk between two rather than a statement of something. What minutes retain is said of things and of third persons: talk of `I` and
 * `you` is as often central, but shares few words with what is written of it later. Of other languages nothing is known: 0.
 */
export function registerOf({ text, language }: Pick<Statement, 'text' | 'language'>): Register {
  const words = isHan(text) ? { personal: chinesePersonal, filler: chineseFiller } : tongueOf(language) === 'en' ? { personal: englishPersonal, filler: englishFiller } : null;
  if (!words) return { personal: 0, filler: 0 };
  const size = sizeOf(text) + smoothing;
  return { personal: (text.match(words.personal)?.length ?? 0) / size, filler: (text.match(words.filler)?.length ?? 0) / size };
}
