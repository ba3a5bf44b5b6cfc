import type { Row } from './checks/row.ts';

// Chinese takes two columns of a terminal.
const widthOf = (text: string): number => Array.from(text).reduce((sum, sign) => sum + (/[\u2E80-\u9FFF\uFF00-\uFFEF]/u.test(sign) ? 2 : 1), 0);
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Columns as wide as their widest cell. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => widthOf(cells[column] ?? ''))));
  return rows.map((cells) => cells.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}

const mark = (ok: boolean): string => (ok ? '✓' : '✗');

/** What was looked at, line by line. */
export const tableOf = (rows: readonly Row[]): string => columns(rows.map(({ what, seen, ok }) => [mark(ok), what, seen]));

export type Cell = { ok: boolean; text: string } | null;

/** One line per turn, one column per listener. */
export function gridOf(listeners: readonly string[], lines: readonly { name: string; cells: readonly Cell[] }[]): string {
  const head = ['', ...listeners];
  return columns([head, ...lines.map(({ name, cells }) => [name, ...cells.map((cell) => (cell ? `${mark(cell.ok)} ${cell.text}` : '–'))])]);
}
