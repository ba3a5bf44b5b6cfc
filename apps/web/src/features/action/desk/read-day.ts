import type { ParsedResult } from 'chrono-node';
import { GB } from 'chrono-node/en';
import * as spanish from 'chrono-node/es';
import * as chinese from 'chrono-node/zh/hans';

/** A day that was written, ISO, and where in the text. */
export type FoundDay = { day: string; from: number; to: number };

const isoDay = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g;
/** What stands before or after a day that is a deadline and not a part of the matter. */
const before = /(?:^|\s)(?:no later than|by|before|until|till|due|on|antes del?|hasta|para|el|at)(?:\s+(?:el|la|the))?\s*$/i;
const after = /^\s*(?:之前|以前|前|为止|截止)/;
const punctuation = /^[\s,.;，。；、]*$/;

/** The deadline at the end of a line, or beside a word such as "by" or "前"; `today` decides what "Friday" is. Null: there is none. */
export function readDay(text: string, { today, language }: { today: Date; language: string }): FoundDay | null {
  return daysIn(text, { today, language }).flatMap((found) => deadline(text, found) ?? []).at(-1) ?? null;
}

function daysIn(text: string, { today, language }: { today: Date; language: string }): FoundDay[] {
  const written = [...text.matchAll(isoDay)].filter(([day]) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)).map(({ 0: day, index }) => ({ day, from: index, to: index + day.length }));
  if (written.length > 0) return written;
  const readers = /\p{Script=Han}/u.test(text) ? [chinese, GB] : language.startsWith('es') ? [spanish, GB] : [GB, spanish];
  for (const reader of readers) {
    const found = reader.parse(text, today, { forwardDate: true }).filter(isDay);
    if (found.length > 0) return found.map(foundDay);
  }
  return [];
}

/** An hour alone, or a month, is no day. */
const isDay = ({ start }: ParsedResult): boolean => start.isCertain('day') || start.isCertain('weekday') || !(start.isCertain('hour') || start.isCertain('month') || start.isCertain('year'));

function foundDay({ start, index, text }: ParsedResult): FoundDay {
  const two = (component: 'month' | 'day') => String(start.get(component)).padStart(2, '0');
  const lead = text.length - text.replace(/^[\s,，、]+/, '').length;
  return { day: `${String(start.get('year')).padStart(4, '0')}-${two('month')}-${two('day')}`, from: index + lead, to: index + text.length };
}

function deadline(text: string, { day, from, to }: FoundDay): FoundDay | null {
  const lead = before.exec(text.slice(0, from))?.[0] ?? '';
  const trail = after.exec(text.slice(to))?.[0] ?? '';
  const last = punctuation.test(text.slice(to + trail.length));
  return lead !== '' || trail !== '' || last ? { day, from: from - lead.length, to: to + trail.length } : null;
}
