import type { EventOf, Stamped } from '@yaji/contracts';
import { planned } from '../agenda/apply.ts';
import { defaultRules, type Room } from './room.ts';

export function applyRoom(room: Room, event: (EventOf<'RoomOpened'> | EventOf<'RoomClosed'>) & Stamped): void {
  if (event.type === 'RoomClosed') {
    room.phase = 'closed';
    room.closedAt = event.at;
    return;
  }
  const { salonId, roomId, title, languages, agenda, rules } = event.data;
  Object.assign(room, { phase: 'open', openedAt: event.at, salonId, roomId, title, languages: [...languages], rules: { ...defaultRules, ...rules } });
  room.agenda.items = agenda.map(planned);
  // Logs of earlier releases name fewer rules.
  room.floor.mode = room.rules.mode;
  room.floor.order = { policies: [...room.rules.order], seed: roomId };
  room.captions = room.rules.captions;
  room.stage.microphones = room.rules.microphones.map(({ microphoneId }) => ({ microphoneId, pluggedBy: null, heldBy: null }));
}
