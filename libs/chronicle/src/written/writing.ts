import type { LocalText } from '@yaji/contracts';
import { moment, oneLine, type Part } from '../document/blocks.ts';
import { type Plate, textIn } from '../plate.ts';
import { momentIn } from './moment.ts';
import { type Catalogue, catalogueOf, type MinutesLanguage } from './words/catalogue.ts';

/** In which language, and in which IANA zone times are told. */
export type Edition = { language: MinutesLanguage; timeZone: string };

/**
 * How an edition says things. `words`: what somebody wrote, in whatever language; `paragraphs`: the same, paragraph by paragraph; `all`: names in one sentence; `clock`: a
 * time of the day; `when`: the same as what leads to that moment.
 */
export type Writing = {
  language: MinutesLanguage; say: Catalogue; paragraphs: (texts: LocalText | null) => string[]; text: (texts: LocalText | null) => string; words: (written: string) => string;
  name: (plate: Plate) => string; all: (names: readonly string[]) => string; clock: (at: number | null) => string; when: (at: number | null) => Part;
};

export const NOTHING = '–';

export function writing({ language, timeZone }: Edition): Writing {
  const say = catalogueOf(language);
  const words = (written: string): string => oneLine(written) || NOTHING;
  const text = (texts: LocalText | null): string => words(textIn(texts, language) ?? '');
  const clock = (at: number | null): string => (at === null ? NOTHING : momentIn(timeZone, at).clock);
  return {
    language, say, text, words, clock,
    all: (names) => new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' }).format(names),
    paragraphs: (texts) => (texts === null ? [say.removed] : (textIn(texts, language) ?? '').split(/\n+/).map(oneLine).filter((one) => one !== '')),
    name: (plate) => (plate.name === null ? say.removed : text(plate.name)),
    when: (at) => moment(clock(at), at),
  };
}

export const nameAndOrganisation = (plate: Plate, { name, text, say }: Writing): string =>
  plate.organisation === null ? name(plate) : say.beside(name(plate), text(plate.organisation));

export const titleOf = (title: LocalText | null, { say, text }: Writing): string => (title === null ? say.removed : text(title));

/** The sentence around a time, so that the time alone leads somewhere. No text of ours has the mark that holds its place. */
export function around(sentence: (at: string) => string, at: Part): Part[] {
  const [before = '', after = ''] = sentence('\u0000').split('\u0000');
  return [before, at, after];
}
