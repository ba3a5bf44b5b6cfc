import type { Beside, StoredSummary } from '@yaji/chronicle';
import { emptyDraft } from '@yaji/chronicle';
import type { ChatMessage, Draft, RoomId, SalonId, WrittenKind } from '@yaji/contracts';
import { draftOf, editionOf, leftBehind, PlannedRoomEntity, postgresChatStore, type StoredEdition } from '@yaji/persistence';
import type { Storage } from '@yaji/platform';
import type { DataSource } from 'typeorm';

/** What is written about a room comes from here, beside its log. */
export type Bookshelf = {
  salonOf(roomId: RoomId): Promise<SalonId | null>;
  /** The latest approved edition; null: there is none. */
  edition(roomId: RoomId, kind: WrittenKind): Promise<StoredEdition | null>;
  draft(roomId: RoomId, kind: WrittenKind): Promise<Draft>;
  /** Every message of the room's chat; deleted ones without their words. */
  chat(roomId: RoomId): Promise<ChatMessage[]>;
  /** `pictures`: the file of each picture. */
  beside(roomId: RoomId): Promise<{ beside: Beside; pictures: Readonly<Record<string, string>> }>;
};

export const databaseBookshelf = (source: DataSource, storage: Storage): Bookshelf => ({
  salonOf: async (roomId) => (await source.getRepository(PlannedRoomEntity).findOneBy({ roomId }))?.salonId ?? null,
  edition: (roomId, kind) => editionOf(source, roomId, { kind }),
  draft: async (roomId, kind) => (await draftOf(source, roomId, kind)).draft ?? emptyDraft,
  chat: (roomId) => postgresChatStore(source).all(roomId),
  async beside(roomId) {
    const { timeZone, title, host, next, summary, pictures, answers } = await leftBehind(source, storage, roomId);
    return {
      beside: { occasion: { title, host, next }, timeZone, summary: summary === null ? null : (JSON.parse(summary) as StoredSummary).summary, pictures, answers },
      pictures: Object.fromEntries(pictures.map(({ pictureId, fileId }) => [pictureId, fileId])),
    };
  },
});
