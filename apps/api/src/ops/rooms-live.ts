import type { OpsRoom, RoomId } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import type { Presence } from '@yaji/messaging';
import { PlannedRoomEntity, SalonEntity } from '@yaji/persistence';
import { type DataSource, In } from 'typeorm';
import { openRooms } from '../live/open-rooms.ts';

const shownRooms = 100;

type Ports = { database: DataSource; engine: Engine; presence: Presence };

/** The rooms that are open, the latest salon first. */
export async function roomsLive({ database, engine, presence }: Ports): Promise<OpsRoom[]> {
  const named = await namesOf(await openRooms(database), database);
  const latest = [...named.values()].sort((a, b) => b.startsAt - a.startsAt).slice(0, shownRooms);
  return Promise.all(latest.map(async ({ roomId, salonId, salon, title }): Promise<OpsRoom> => {
    const [{ seq, room }, present] = await Promise.all([engine.now(roomId), presence.counts(roomId)]);
    const speaker = room.floor.current?.participantId;
    return {
      roomId, salonId, salon, title, present, seq, recording: room.recording.running,
      floor: speaker === undefined ? null : { participantId: speaker, name: { ...room.members[speaker]?.name } },
    };
  }));
}

type Named = Pick<OpsRoom, 'roomId' | 'salonId' | 'salon' | 'title'> & { startsAt: number };

/** What planned rooms and their salons are called. */
export async function namesOf(roomIds: readonly RoomId[], database: DataSource): Promise<Map<RoomId, Named>> {
  const rooms = await database.getRepository(PlannedRoomEntity).findBy({ roomId: In([...roomIds]) });
  const salons = new Map((await database.getRepository(SalonEntity).findBy({ salonId: In(rooms.map(({ salonId }) => salonId)) })).map((one) => [one.salonId, one]));
  return new Map(rooms.map(({ roomId, salonId, title }) => {
    const salon = salons.get(salonId);
    return [roomId, { roomId, salonId, title, salon: salon?.title ?? title, startsAt: salon?.startsAt ?? 0 }];
  }));
}
