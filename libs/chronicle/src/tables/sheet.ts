/**
 * How the figures of a column are meant. `instant`: UTC milliseconds; `length`: milliseconds. Whoever writes a file gives them the form that its
 * readers expect.
 */
export type Column = { heading: string; kind: 'text' | 'number' | 'instant' | 'length' };

/** A table of what the log tells, before it is CSV or a spreadsheet. `name` is a file's: lower-case and plain. `null`: not known, or not told. */
export type Sheet = { name: string; title: string; columns: Column[]; rows: (string | number | null)[][] };

const column = (kind: Column['kind']) => (heading: string): Column => ({ heading, kind });
export const words = column('text');
export const figure = column('number');
export const instant = column('instant');
export const length = column('length');
