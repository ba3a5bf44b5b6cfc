import type { LocalText } from '@yaji/contracts';
import { oneLine, type Part } from '../document/blocks.ts';
import { type Plate, textIn } from '../plate.ts';
import { knownZone } from '../written/moment.ts';
import type { MinutesLanguage } from '../written/words/catalogue.ts';
import { nameOf } from '../written/words/place-names.ts';

/** What a newsroom has at hand to write in one language: names, lists, days, lengths, as that language writes them. */
export type Desk = {
  language: MinutesLanguage;
  /** Null where there is none. */
  text: (texts: LocalText | null) => string | null;
  /** Null once erased. */
  person: (plate: Plate) => string | null;
  all: (parts: readonly Part[]) => Part[];
  country: (code: string) => string;
  tongue: (tag: string) => string;
  day: (at: number) => string;
  length: (ms: number) => string;
  /** Whether what is said in this language needs no word about it. */
  own: (tag: string) => boolean;
};

export type PersonWords = (name: string, organisation: string | null) => string;

export function deskFor(language: MinutesLanguage, zone: string, personWords: PersonWords): Desk {
  const timeZone = knownZone(zone);
  const text = (texts: LocalText | null): string | null => oneLine(textIn(texts, language) ?? '') || null;
  const primary = (tag: string): string => tag.split('-')[0] ?? tag;
  return {
    language, text,
    person: ({ name, organisation }) => {
      const known = text(name);
      return known === null ? null : personWords(known, text(organisation));
    },
    all: (parts) => listed(parts, language),
    country: (code) => nameOf(language, 'region', code),
    tongue: (tag) => nameOf(language, 'language', tag),
    day: (at) => dayIn(language, timeZone, at),
    length: (ms) => lengthIn(language, ms),
    own: (tag) => primary(tag) === primary(language),
  };
}

/** What leads to a moment keeps leading there. */
function listed(parts: readonly Part[], language: string): Part[] {
  const pieces = new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' }).formatToParts(parts.map((_, index) => String(index)));
  return pieces.flatMap(({ type, value }) => (type === 'element' ? parts.slice(Number(value), Number(value) + 1) : [value]));
}

function dayIn(language: MinutesLanguage, timeZone: string, at: number): string {
  const locale = language === 'en' ? 'en-GB' : language;
  const parts = new Map(new Intl.DateTimeFormat(locale, { timeZone, calendar: 'gregory', numberingSystem: 'latn', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  if (language === 'en') return `${part('weekday')}, ${part('day')} ${part('month')} ${part('year')}`;
  return new Intl.DateTimeFormat(locale, { timeZone, calendar: 'gregory', numberingSystem: 'latn', dateStyle: 'long' }).format(at);
}

/** In hours and minutes; the empty text for less than half a minute. */
function lengthIn(language: string, ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const told = (count: number, unit: 'hour' | 'minute'): string[] =>
    (count === 0 ? [] : [new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count)]);
  return [...told(Math.floor(minutes / 60), 'hour'), ...told(minutes % 60, 'minute')].join(language === 'en' ? ' ' : '');
}
