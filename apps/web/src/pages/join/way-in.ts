import type { Booklet, Role } from '@yaji/contracts';
import { isModerating, mayDo } from '@yaji/salon';
import { paths } from '../../ui/route/paths.ts';
import type { Fragment } from './fragment.ts';

type Wanted = Pick<Fragment, 'room' | 'to' | 'microphone'>;

/** Where somebody goes first: the room that is open (or the wanted one), and there the wanted page, or that of their role. Null while a salon has no room. */
export function wayIn({ salonId, rooms }: Pick<Booklet, 'salonId' | 'rooms'>, role: Role, wanted: Wanted): string | null {
  const room = rooms.find(({ roomId }) => roomId === wanted.room) ?? rooms.find(({ open, closed }) => open && !closed) ?? rooms.find(({ closed }) => !closed) ?? rooms[0];
  if (!room) return null;
  const place = [salonId, room.roomId] as const;
  // On the page itself the room's own rules hold.
  if (wanted.to === 'seat' && role !== 'display') return paths.seat(...place);
  if (wanted.to === 'microphone' && wanted.microphone !== null && mayDo(role, 'stage.plugIn')) return paths.microphone(...place, wanted.microphone);
  if (wanted.to === 'usher' && isModerating(role)) return paths.usher(...place);
  return paths[pageOf(role)](...place);
}

function pageOf(role: Role): 'desk' | 'usher' | 'hall' | 'room' {
  if (isModerating(role)) return 'desk';
  return role === 'usher' ? 'usher' : role === 'display' ? 'hall' : 'room';
}
