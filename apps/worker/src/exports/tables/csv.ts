import type { Sheet } from '@yaji/chronicle';
import { stringify } from 'csv-stringify/sync';
import { cellText, type InPlace } from './cell.ts';

/** What a spreadsheet takes for a formula (OWASP, CSV injection), in full width too, and behind blanks, which some leave out. */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;
const safe = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** RFC 4180 in UTF-8, with a mark at its beginning by which spreadsheets know that; a cell that would be a formula begins with an apostrophe. */
export function sheetToCsv({ columns, rows }: Sheet, place: InPlace): string {
  const lines = rows.map((cells) => cells.map((cell, n) => safe(cellText(cell, columns[n]?.kind ?? 'text', place))));
  return stringify([columns.map(({ heading }) => safe(heading)), ...lines], { bom: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}
