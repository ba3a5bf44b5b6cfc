import type { Language, Translation } from '@yaji/contracts';
import { type Alike, alikeTo, most, noTexts, noteText, type Texts } from './alike.ts';

/** Texts as they were written, and beside them what they say in other languages. Changed by `noteWording` alone. */
export type Wordings<Id> = { written: Texts<Id>; translated: Map<Language, Texts<Id>> };

/** `met`: the language in which the two were found alike, where one of them was translated into it; null: as both were written. */
export type AlikeAcross<Id> = Alike<Id> & { met: Language | null };

export const noWordings = <Id>(): Wordings<Id> => ({ written: noTexts(), translated: new Map() });

/** Puts a text among the others, with what it says in other languages as far as that is known, in the place of what stood under that id. */
export function noteWording<Id>({ written, translated }: Wordings<Id>, id: Id, text: string, translation: Translation | null): void {
  const texts = translation?.texts ?? {};
  noteText(written, id, text);
  for (const language of Object.keys(texts)) if (!translated.has(language)) translated.set(language, noTexts());
  for (const [language, known] of translated) noteText(known, id, texts[language] ?? '');
}

/**
 * [Q15] The texts most like this one, the likest first, also those written in another language: what one says in the other's language is
 * compared with the other as it was written. Two translations are never compared: where both have lost something, everything is alike.
 */
export function alikeAcross<Id>({ written, translated }: Wordings<Id>, text: string, translation: Translation | null): AlikeAcross<Id>[] {
  const found = new Map<Id, AlikeAcross<Id>>();
  const take = (alike: readonly Alike<Id>[], met: Language | null): void => {
    for (const { id, likeness } of alike) if (likeness > (found.get(id)?.likeness ?? 0)) found.set(id, { id, likeness, met });
  };
  take(alikeTo(written, text), null);
  for (const [language, said] of Object.entries(translation?.texts ?? {})) take(alikeTo(written, said), language);
  for (const [language, texts] of translated) take(alikeTo(texts, text), language);
  return [...found.values()].sort((one, other) => other.likeness - one.likeness).slice(0, most);
}
