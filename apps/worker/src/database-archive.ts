import type { RoomId } from '@yaji/contracts';
import type { EventStore } from '@yaji/engine';
import { ClipEntity, glossaryOf, picturesInEditions, PlannedRoomEntity, type Publication, PublicationEntity, RecordingOrderEntity, replaceSpoken, SalonEntity, transcriptOf } from '@yaji/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import type { Archive } from './archive.ts';

const numberOf = ({ detail }: Pick<Publication, 'detail'>): number => ('number' in detail ? (detail.number ?? 0) : 0);
const isLater = (one: Publication, other: Publication): boolean => one.upTo > other.upTo || (one.upTo === other.upTo && numberOf(one) > numberOf(other));

/** Two workers may publish at once: the row lock of the salon's room lets one after the other look and write. */
const roomLocked = (within: EntityManager, roomId: RoomId): Promise<unknown> =>
  within.getRepository(PlannedRoomEntity).findOne({ where: { roomId }, lock: { mode: 'pessimistic_write' } });

/** Reads logs through `store` and plans from the planning tables; keeps one publication of each kind and room. */
export function databaseArchive(source: DataSource, store: Pick<EventStore, 'read'>): Archive {
  const publications = source.getRepository(PublicationEntity);
  return {
    async log(roomId, upTo = Infinity) {
      return (await store.read(roomId, 0)).filter(({ seq }) => seq <= upTo);
    },
    async salonOf(roomId) {
      const room = await source.getRepository(PlannedRoomEntity).findOneBy({ roomId });
      const salon = room && (await source.getRepository(SalonEntity).findOneBy({ salonId: room.salonId }));
      return { timeZone: salon?.timeZone ?? null, accent: salon?.accent ?? null };
    },
    async order(roomId, number) {
      return (await source.getRepository(RecordingOrderEntity).findOneBy({ roomId, number }))?.order ?? null;
    },
    transcript: (roomId) => transcriptOf(source, roomId),
    replaceSpoken: (roomId, spoken) => replaceSpoken(source, roomId, spoken),
    async glossary(roomId) {
      const room = await source.getRepository(PlannedRoomEntity).findOneBy({ roomId });
      return room ? glossaryOf(source, room.salonId) : [];
    },
    async published<K extends Publication['kind']>(roomId: Publication['roomId'], kind: K) {
      return (await publications.findOneBy({ roomId, kind })) as Extract<Publication, { kind: K }> | null;
    },
    publish: (publication) => source.transaction(async (within) => {
      const { roomId, kind } = publication;
      await roomLocked(within, roomId);
      const standing = (await within.getRepository(PublicationEntity).findOneBy({ roomId, kind })) as Publication | null;
      if (standing && isLater(standing, publication)) return false;
      await within.getRepository(PublicationEntity).save(publication);
      return true;
    }),
    picturesInEditions: (roomId) => picturesInEditions(source, roomId),
    clips: (roomId) => source.getRepository(ClipEntity).find({ where: { roomId }, order: { turn: 'ASC' } }),
    keepClip: (clip) => source.transaction(async (within) => {
      await roomLocked(within, clip.roomId);
      const clips = within.getRepository(ClipEntity);
      const before = await clips.findOneBy({ roomId: clip.roomId, turn: clip.turn });
      if (before && (before.upTo > clip.upTo || (before.upTo === clip.upTo && before.number > clip.number))) return clip.fileId;
      await clips.save(clip);
      return before && before.fileId !== clip.fileId ? before.fileId : null;
    }),
    async dropClip({ roomId, turn, fileId }) {
      await source.getRepository(ClipEntity).delete({ roomId, turn, fileId });
    },
  };
}
