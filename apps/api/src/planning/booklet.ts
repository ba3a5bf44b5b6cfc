import type { BookletPerson, BookletRoom, SalonCard } from '@yaji/contracts';
import type { Participant, PlannedRoom, Salon } from '@yaji/persistence';
import type { RoomProgress } from './planned-rooms.ts';

/** A room that nobody closed does not keep its salon alive for longer than this after the planned end. */
const forgottenMs = 12 * 3_600_000;

function stateOf(salon: Salon, rooms: readonly RoomProgress[], at: number): SalonCard['state'] {
  if (rooms.length > 0 && rooms.every(({ closed }) => closed)) return 'past';
  if (at > salon.endsAt + forgottenMs) return 'past';
  if (rooms.some(({ opened, closed }) => opened && !closed)) return 'live';
  if (at > salon.endsAt) return 'past';
  return at >= salon.startsAt ? 'live' : 'coming';
}

/** `at`: UTC milliseconds, the time for which `state` is said. */
export function cardOf(salon: Salon, rooms: readonly RoomProgress[], at: number): SalonCard {
  const { salonId, title, host, startsAt, endsAt, timeZone, languages, accent } = salon;
  return {
    salonId, title, host, startsAt, endsAt, timeZone, languages, accent,
    state: stateOf(salon, rooms, at), hasRecording: rooms.some(({ hasRecording }) => hasRecording),
  };
}

export const personOf = ({ participantId, name, organisation, country, role }: Participant): BookletPerson => ({ participantId, name, organisation, country, role });

export function roomOf({ roomId, title, agenda }: PlannedRoom, progress: RoomProgress | undefined): BookletRoom {
  const { opened, closed, hasRecording, hasMinutes } = progress ?? { opened: false, closed: false, hasRecording: false, hasMinutes: false };
  return { roomId, title, agenda, open: opened && !closed, closed, hasRecording, hasMinutes };
}
