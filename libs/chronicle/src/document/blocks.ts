import type { Block, Paragraph, Run } from './document.ts';

/** What stands in a sentence: words alone, or words that are strong or lead to a moment. */
export type Part = string | Run;

/** A title or a name may have been written over several lines. */
export const oneLine = (written: string): string => written.replace(/\s+/gu, ' ').trim();

const runOf = (part: Part): Run => (typeof part === 'string' ? { text: part } : part);
export const runsOf = (...parts: readonly Part[]): Run[] => parts.map(runOf).filter(({ text }) => text !== '');
export const strong = (text: string): Run => ({ text, strong: true });
/** `at` null: words that lead nowhere. */
export const moment = (text: string, at: number | null): Run => (at === null ? { text } : { text, moment: at });

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
/** What the log says: nobody puts it otherwise. */
export const fact = (...parts: readonly Part[]): Paragraph => ({ kind: 'paragraph', runs: runsOf(...parts), key: null });
/** What a reviewer may put in other words. */
export const narrative = (key: string, ...parts: readonly Part[]): Paragraph => ({ kind: 'paragraph', runs: runsOf(...parts), key });
export const list = (items: readonly (readonly Part[])[], ordered = false): Block[] =>
  (items.length === 0 ? [] : [{ kind: 'list', ordered, items: items.map((parts) => runsOf(...parts)) }]);
export const quote = (by: string, ...parts: readonly Part[]): Block => ({ kind: 'quote', runs: runsOf(...parts), by });
/** Who cannot see it is told what its caption says. */
export const figure = ({ pictureId, caption }: { pictureId: string; caption: string }): Block => ({ kind: 'figure', pictureId, alt: caption, caption });
/** Left out where there are no rows. */
export const table = (head: readonly string[], rows: readonly (readonly Part[])[], numeric: readonly number[] = []): Block[] =>
  (rows.length === 0 ? [] : [{ kind: 'table', head: [...head], rows: rows.map((cells) => cells.map((cell) => runsOf(cell))), numeric: [...numeric] }]);
