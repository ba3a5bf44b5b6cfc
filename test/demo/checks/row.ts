/** One line of the table at the end: what a person would look at, what was seen, and whether it is as it should be. */
export type Row = { what: string; seen: string; ok: boolean };

export const row = (what: string, ok: boolean, seen: string): Row => ({ what, seen, ok });
