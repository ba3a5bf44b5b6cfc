import { eventSchemas, type Recorded } from '@yaji/contracts';
import type { Addition } from '@yaji/engine';

export type EventRow = { seq: number; at: number; by: string | null; type: string; data: unknown; words: unknown };

/** Events that carry what a person wrote; once erased it is null, which is not the same as never having been there. */
const worded = new Set(Object.entries(eventSchemas).filter(([, schema]) => 'words' in schema.shape).map(([type]) => type));

/** Rows were checked when they were written and are never changed: reading them again needs no second look. */
export const toRecorded = ({ seq, at, by, type, data, words }: EventRow): Recorded =>
  (worded.has(type) || words !== null ? { type, data, words, at, by, seq } : { type, data, at, by, seq }) as Recorded;

/** What the parameters of `append` are made of. `n` counts through all additions, `ord` within one command. */
export function toParameters(additions: readonly Addition[]): { count: number; events: string; jobs: string } {
  let n = 0;
  const events = additions.flatMap(({ commandId, at, by, events: added }) => added.map((event, ord) => ({
    n: (n += 1), commandId, ord, at, by, type: event.type, data: event.data, words: 'words' in event ? event.words : null,
  })));
  return { count: n, events: JSON.stringify(events), jobs: JSON.stringify(additions.flatMap(({ jobs }) => jobs)) };
}
