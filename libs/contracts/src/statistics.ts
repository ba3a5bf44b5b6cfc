import { z } from 'zod';
import type { LocalText } from './text.ts';

/** Rows for a table; every row is as long as `columns`. `name`: the same in every language. Lengths are whole seconds, times those of the salon's zone. */
export type StatisticsTable = { name: string; title: string; columns: string[]; rows: (string | number | null)[][] };
/** Milliseconds, the longest first. `key` '': all of whom that is not known. */
export type SpeakingShare = { key: string; name: string; speechMs: number };
export type SpeakingBy = 'person' | 'organisation' | 'country' | 'language';
/** `at`: UTC milliseconds; from then on, until the next, so many were there. */
export type PresentFrom = { at: number; hall: number; remote: number };
/** `waitedMs`: until somebody had the floor, put the hand down, or the log ended. */
export type Waited = { name: string; waitedMs: number; spoke: boolean };
/** Planned against actual; `tookMs` null: it was not begun. */
export type Course = { title: LocalText; plannedMs: number; tookMs: number | null };
/** Answers to one poll that the room was shown; null: it was not shown. */
export type PollAnswers = { title: LocalText; answers: number; lines: { title: string; count: number }[] | null };

/**
 * `GET /api/rooms/:room/statistics?language=` (session): what can be counted of a room. While it is open moderators alone read it; `waits` and the
 * tables of attendance, waits and questions name people with figures about each, so they are for moderators (null, and left out, for others).
 */
export type RoomStatistics = {
  speaking: Record<SpeakingBy, SpeakingShare[]>;
  presence: PresentFrom[];
  /** Of those who got the floor; null where nobody did. */
  waiting: { medianMs: number | null; longestMs: number | null; waits: Waited[] | null };
  agenda: Course[];
  questions: { asked: number; answered: number; later: number; votes: number };
  polls: PollAnswers[];
  tables: StatisticsTable[];
};

/** `GET /api/rooms/:room/statistics/tables/:table?language=` (session): that table as CSV, to whoever is told of it. */
export const StatisticsTableName = z.string().regex(/^[a-z]{1,20}(?:-[a-z]{1,20})?$/);
export type StatisticsTableName = z.infer<typeof StatisticsTableName>;
