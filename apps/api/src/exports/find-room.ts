import type { LocalText, RoomId } from '@yaji/contracts';
import { PlannedRoomEntity, type Salon, SalonEntity } from '@yaji/persistence';
import { StartFault } from '@yaji/platform';
import type { DataSource } from 'typeorm';

/** What somebody at a terminal calls a salon, and a room of it: an id, its beginning, or the title in any language. */
type Called = { salon: string; room: string | null };
type Named = { id: string; title: LocalText };

/** Of so many letters a beginning is no accident. */
const shortest = 4;
const namesOf = ({ id, title }: Named): string => `  ${id}  ${Object.values(title).join(' / ')}`;
const isCalled = ({ id, title }: Named, called: string): boolean =>
  id === called || (called.length >= shortest && id.startsWith(called.toLowerCase())) || Object.values(title).some((text) => text.localeCompare(called, undefined, { sensitivity: 'accent' }) === 0);

/** Throws a `StartFault` with what there is to choose from. */
function chosen(all: readonly Named[], called: string, what: 'salon' | 'room'): Named {
  const found = all.filter((one) => isCalled(one, called));
  const [one] = found;
  if (one && found.length === 1) return one;
  const told = (found.length > 1 ? found : all).slice(-20).map(namesOf).join('\n');
  if (found.length > 1) throw new StartFault(`“${called}” is the name of more than one ${what}: give the id.\n${told}`);
  throw new StartFault(all.length === 0 ? `There is no ${what} yet.` : `There is no ${what} “${called}”. There are:\n${told}`);
}

export async function findRoom(database: DataSource, { salon: calledSalon, room: calledRoom }: Called): Promise<{ roomId: RoomId; salon: Salon }> {
  const salons = await database.getRepository(SalonEntity).find({ order: { createdAt: 'ASC' } });
  const { id } = chosen(salons.map(({ salonId, title }) => ({ id: salonId, title })), calledSalon, 'salon');
  const salon = salons.find(({ salonId }) => salonId === id);
  if (!salon) throw new Error(`salon ${id} is gone`);
  const rooms = (await database.getRepository(PlannedRoomEntity).find({ where: { salonId: salon.salonId }, order: { position: 'ASC' } })).map(({ roomId, title }) => ({ id: roomId, title }));
  const [only] = rooms;
  if (calledRoom === null && only && rooms.length === 1) return { roomId: only.id, salon };
  if (calledRoom === null) throw new StartFault(`This salon has ${rooms.length} rooms: say which with --room.\n${rooms.map(namesOf).join('\n')}`);
  return { roomId: chosen(rooms, calledRoom, 'room').id as RoomId, salon };
}
