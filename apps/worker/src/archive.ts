import type { Recorded, RoomId } from '@yaji/contracts';
import type { Publication } from '@yaji/persistence';

/** What jobs read of a room and where they leave what they made. */
export type Archive = {
  /** The room's log, at most up to event `upTo`. */
  log(roomId: RoomId, upTo?: number): Promise<Recorded[]>;
  /** The zone and the accent of the room's salon; null where they were not planned. */
  salonOf(roomId: RoomId): Promise<{ timeZone: string | null; accent: string | null }>;
  published<K extends Publication['kind']>(roomId: RoomId, kind: K): Promise<Extract<Publication, { kind: K }> | null>;
  /** Supersedes what was published of this kind, unless that comes from a later number: then answers false and changes nothing. */
  publish(publication: Publication): Promise<boolean>;
};
