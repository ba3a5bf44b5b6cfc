import type { LocalText } from '@yaji/contracts';
import { type Plate, textIn } from '../plate.ts';
import { type Catalogue, catalogueOf, type MinutesLanguage } from './catalogue.ts';
import { momentIn } from './moment.ts';
import { plain } from './plain.ts';

/** In which language, and in which IANA zone times are told. */
export type Edition = { language: MinutesLanguage; timeZone: string };

/** How an edition says things. `words`: what somebody wrote, in whatever language; `quote`: the same as a quotation, paragraph by paragraph. */
export type Writing = {
  say: Catalogue; quote: (texts: LocalText | null) => string; text: (texts: LocalText | null) => string; words: (written: string) => string; name: (plate: Plate) => string; clock: (at: number | null) => string;
};

export const NOTHING = '–';

export function writing({ language, timeZone }: Edition): Writing {
  const say = catalogueOf(language);
  const words = (written: string): string => plain(written) || NOTHING;
  const text = (texts: LocalText | null): string => words(textIn(texts, language) ?? '');
  return {
    say,
    quote: (texts) => quoted(texts === null ? [say.removed] : (textIn(texts, language) ?? '').split(/\n+/).map(plain)),
    text,
    words,
    name: (plate) => (plate.name === null ? say.removed : text(plate.name)),
    clock: (at) => (at === null ? NOTHING : momentIn(timeZone, at).clock),
  };
}

const quoted = (paragraphs: readonly string[]): string => paragraphs.filter((one) => one !== '').map((one) => `> ${one}`).join('\n>\n');

export const nameAndOrganisation = (plate: Plate, { name, text }: Writing): string =>
  plate.organisation === null ? name(plate) : `${name(plate)} (${text(plate.organisation)})`;

export const titleOf = (title: LocalText | null, { say, text }: Writing): string => (title === null ? say.removed : text(title));
