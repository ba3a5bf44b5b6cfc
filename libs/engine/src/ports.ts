import type { CommandId, Job, ParticipantId, Recorded, RoomEvent, RoomId } from '@yaji/contracts';

/** What one command adds to a log. `at`: UTC milliseconds. `jobs`: written with the events or not at all. */
export type Addition = { commandId: CommandId; at: number; by: ParticipantId | null; events: readonly RoomEvent[]; jobs: readonly Job[] };

/** The log of every room. Numbers are gapless per room; a commandId is taken once per room. Rules: RULES.md. */
export type EventStore = {
  /** Events after number `after`, in order, at most `limit` (default: all). */
  read(roomId: RoomId, after: number, limit?: number): Promise<Recorded[]>;
  /**
   * Appends what one or more commands add, in their order, all or nothing, in one statement; answers the new head.
   * Null when the head was no longer at `after` or one of the commandIds is already taken: nothing was written.
   */
  append(roomId: RoomId, after: number, additions: readonly Addition[]): Promise<number | null>;
  /** What this command has already written, in order; empty if nothing. */
  eventsOf(roomId: RoomId, commandId: CommandId): Promise<Recorded[]>;
  /** Runs `work` while nobody else can append to this room; its append cannot lose the race. When `work` throws, nothing of it stays. */
  locked<T>(roomId: RoomId, work: (store: LockedStore) => Promise<T>): Promise<T>;
};
export type LockedStore = Pick<EventStore, 'read' | 'append' | 'eventsOf'>;

/** Wakes other processes. May lose, double and delay everything: readers follow by number. */
export type Bell = {
  /** Never throws and never waits: a bell that is away is not the ringer's trouble. */
  ring(roomId: RoomId, records: readonly Recorded[]): void;
  /**
   * Calls back with records appended by other processes (and perhaps by this one); `upTo` is the number they reach,
   * `records` is empty where they were too large to carry. Returns how to stop.
   */
  listen(heard: (roomId: RoomId, records: readonly Recorded[], upTo: number) => void): () => void;
};

/** UTC milliseconds. */
export type Now = () => number;
