import type { EntryId, ItemId, MicrophoneId, ParticipantId, TopicId, TurnEnding } from '@yaji/contracts';
import type { Clock } from './clock.ts';

/** Somebody waiting for the floor. */
export type Entry = { entryId: EntryId; participantId: ParticipantId; raisedAt: number; addedBy: ParticipantId | null };

/** One contribution, from grant to end. */
export type Turn = {
  turn: number;
  participantId: ParticipantId;
  microphone: MicrophoneId | null;
  entry: Entry | null;
  /** The place in the queue that the entry was taken from. */
  index: number;
  itemId: ItemId | null;
  topicId: TopicId | null;
  startedAt: number;
  clock: Clock;
  /** The turn that this grant ended. */
  replaces: number | null;
};

/** A turn that is over. `tookMs`: the clock's time; `speechMs`: what the media plane heard, net of silence. */
export type PastTurn = Turn & { endedAt: number; reason: TurnEnding; tookMs: number; speechMs: number | null };

export type Floor = {
  list: 'open' | 'closed';
  /** In the order in which they will be served. */
  queue: Entry[];
  current: Turn | null;
  /** In the order of their end; turns that were undone are not among them. */
  past: PastTurn[];
  /** The highest turn number given out. */
  turns: number;
};

export const emptyFloor = (): Floor => ({ list: 'open', queue: [], current: null, past: [], turns: 0 });
