import type { Language, LocalText } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';

export type Spoken = { text: string; language: Language };

/** The text in the page's language, or the nearest there is: same language elsewhere, English, then whatever was written first. */
export function inLanguage(texts: DeepReadonly<LocalText>, language: string): Spoken {
  const tags = Object.keys(texts);
  const near = (wanted: string) => tags.find((tag) => tag === wanted) ?? tags.find((tag) => tag.split('-')[0] === wanted.split('-')[0]);
  const tag = near(language) ?? near('en') ?? tags[0];
  return tag === undefined ? { text: '', language } : { text: texts[tag] ?? '', language: tag };
}

/** The same in another script, for name plates: Chinese beside Latin, Latin beside Chinese. Null where there is none. */
export function besides(texts: DeepReadonly<LocalText>, language: string): Spoken | null {
  const first = inLanguage(texts, language);
  const other = Object.entries(texts).find(([, text]) => text !== first.text && isHan(text) !== isHan(first.text));
  return other ? { language: other[0], text: other[1] } : null;
}

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
