import type { EntryId, Grouping, Lane, ParticipantId } from '@yaji/contracts';

/**
 * Why an entry stands where it stands, for machines; the pages say it in words. `group`: the id or name of the organisation, country,
 * group or stance; null: of none. `had`: turns it has had; `ahead`: others of it who asked earlier; `bookedMs`: time already spoken.
 */
export type Reason =
  | { why: 'moved'; by: ParticipantId | null; at: number }
  | { why: 'answers'; entryId: EntryId }
  | { why: 'lane'; lane: Lane }
  | { why: 'category'; category: string; rank: number }
  | { why: 'first-time'; first: boolean }
  | { why: 'round-robin'; over: Grouping; group: string | null; had: number; ahead: number }
  | { why: 'zipper'; over: Grouping; group: string | null; round: number }
  | { why: 'least-time'; over: 'person' | 'organisation'; bookedMs: number; ahead: number }
  | { why: 'random' }
  | { why: 'raised'; at: number };
