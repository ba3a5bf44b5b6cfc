import type { GlossaryTerm, Recorded, RecordingOrder, RoomId, TranscriptLine } from '@yaji/contracts';
import type { Publication, SpokenTurn, StoredClip } from '@yaji/persistence';

/** What jobs read of a room and where they leave what they made. */
export type Archive = {
  /** The room's log, at most up to event `upTo`. */
  log(roomId: RoomId, upTo?: number): Promise<Recorded[]>;
  /** The zone and the accent of the room's salon; null where they were not planned. */
  salonOf(roomId: RoomId): Promise<{ timeZone: string | null; accent: string | null }>;
  /** The order of this number; null where there is none (0). */
  order(roomId: RoomId, number: number): Promise<RecordingOrder | null>;
  /** What was said, in order, as far as it was written down. */
  transcript(roomId: RoomId): Promise<TranscriptLine[]>;
  /** Puts what a source heard of a turn in the place of all that it had of it; not where a hand was at it, and then answers false. */
  replaceSpoken(roomId: RoomId, spoken: SpokenTurn): Promise<boolean>;
  /** How the room's salon wants names written. */
  glossary(roomId: RoomId): Promise<GlossaryTerm[]>;
  published<K extends Publication['kind']>(roomId: RoomId, kind: K): Promise<Extract<Publication, { kind: K }> | null>;
  /**
   * Supersedes what was published of this kind, unless that comes from a later number, or for a recording from a later order of the same:
   * then answers false and changes nothing.
   */
  publish(publication: Publication): Promise<boolean>;
  /** The files of pictures that approved editions show; they stay. */
  picturesInEditions(roomId: RoomId): Promise<string[]>;
  clips(roomId: RoomId): Promise<StoredClip[]>;
  /** Supersedes the clip of this turn, unless that comes from later. Answers which file nobody needs now: the earlier one, or its own; null: neither. */
  keepClip(clip: StoredClip): Promise<string | null>;
  dropClip(clip: Pick<StoredClip, 'roomId' | 'turn' | 'fileId'>): Promise<void>;
};
