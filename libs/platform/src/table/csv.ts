import { stringify } from 'csv-stringify/sync';

/** What a spreadsheet takes for a formula (OWASP, CSV injection), in full width too, and behind blanks, which some leave out. */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;
const safe = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** RFC 4180 in UTF-8, with a mark at its beginning by which spreadsheets know that; a cell that would be a formula begins with an apostrophe. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  stringify(rows.map((cells) => cells.map(safe)), { bom: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
