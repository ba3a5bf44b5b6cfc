import type { EventOf, Stamped } from '@yaji/contracts';
import { planned } from '../agenda/apply.ts';
import type { Room } from './room.ts';

export function applyRoom(room: Room, event: (EventOf<'RoomOpened'> | EventOf<'RoomClosed'>) & Stamped): void {
  if (event.type === 'RoomClosed') {
    room.phase = 'closed';
    room.closedAt = event.at;
    return;
  }
  const { salonId, roomId, title, languages, agenda, rules } = event.data;
  Object.assign(room, { phase: 'open', openedAt: event.at, salonId, roomId, title, languages: [...languages], rules });
  room.agenda.items = agenda.map(planned);
}
