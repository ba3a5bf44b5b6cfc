import type { Booklet, Role } from '@yaji/contracts';
import { isModerating } from '@yaji/salon';
import { paths } from '../../ui/route/paths.ts';

/** Where somebody goes first: the room that is open (or `wanted`), and there the page of their role. Null while a salon has no room. */
export function wayIn({ salonId, rooms }: Pick<Booklet, 'salonId' | 'rooms'>, role: Role, wanted: string | null): string | null {
  const room = rooms.find(({ roomId }) => roomId === wanted) ?? rooms.find(({ open, closed }) => open && !closed) ?? rooms.find(({ closed }) => !closed) ?? rooms[0];
  if (!room) return null;
  if (isModerating(role)) return paths.desk(salonId, room.roomId);
  return role === 'display' ? paths.hall(salonId, room.roomId) : paths.room(salonId, room.roomId);
}
