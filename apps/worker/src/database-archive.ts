import type { EventStore } from '@yaji/engine';
import { PlannedRoomEntity, type Publication, PublicationEntity, SalonEntity } from '@yaji/persistence';
import type { DataSource } from 'typeorm';
import type { Archive } from './archive.ts';

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
    async published<K extends Publication['kind']>(roomId: Publication['roomId'], kind: K) {
      return (await publications.findOneBy({ roomId, kind })) as Extract<Publication, { kind: K }> | null;
    },
    async publish(publication) {
      // Two workers may publish at once: the row lock of the salon's room lets one after the other look and write.
      return source.transaction(async (within) => {
        const { roomId, kind, upTo } = publication;
        await within.getRepository(PlannedRoomEntity).findOne({ where: { roomId }, lock: { mode: 'pessimistic_write' } });
        const standing = await within.getRepository(PublicationEntity).findOneBy({ roomId, kind });
        if (standing && standing.upTo > upTo) return false;
        await within.getRepository(PublicationEntity).save(publication);
        return true;
      });
    },
  };
}
