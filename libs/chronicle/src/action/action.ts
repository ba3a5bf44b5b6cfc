import type { Plate } from '../plate.ts';

/** What somebody is to do. `what`: in the words in which it was written down; `by`: the last day, ISO date; `at`: when it was agreed, UTC milliseconds. */
export type ActionRecord = { what: string; who: Plate[]; by: string | null; at: number };

/** What the room decided without a vote, as it was written down at the time. `text` null: erased. */
export type MarkedDecision = { text: string | null; at: number };
