import type { Language, OrganisationId, ParticipantId, Place, Role } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { apply, emptyRoom, type Member, type Room } from '@yaji/salon';
import { plateOf, type Plate } from './plate.ts';
import type { Log } from './replay.ts';

/**
 * `place`: where they were last. `country`: ISO 3166-1 alpha-2, as the programme or the door had it. `languages`: what they speak, best first.
 * `firstJoinedAt` UTC milliseconds; `presentMs`: all stays together.
 */
export type Attendant = Plate & {
  role: Role; place: Place; organisationId: OrganisationId | null; country: string | null; languages: Language[]; firstJoinedAt: number; presentMs: number;
};
/** Persons, not screens: displays are not counted. `peak`: the most who were there at once. */
export type HeadCount = { present: number; remote: number; hall: number; peak: number };
export type Attendance = { people: Attendant[]; headCount: HeadCount };

const isPerson = (member: DeepReadonly<Member>): boolean => member.role !== 'display';

const presentNow = (room: DeepReadonly<Room>): number =>
  Object.values(room.members).filter((member) => isPerson(member) && member.place !== null).length;

function attendant(room: DeepReadonly<Room>, member: DeepReadonly<Member>, place: Place | undefined): Attendant[] {
  if (member.firstJoinedAt === null || place === undefined || !isPerson(member)) return [];
  const until = room.closedAt ?? room.lastAt;
  const stay = member.joinedAt === null || member.place === null ? 0 : Math.max(0, until - member.joinedAt);
  return [{
    ...plateOf(room, member.participantId), role: member.role, place,
    organisationId: member.organisationId, country: member.country, languages: [...member.languages], firstJoinedAt: member.firstJoinedAt, presentMs: member.presentMs + stay,
  }];
}

const byArrival = (a: Attendant, b: Attendant): number =>
  a.firstJoinedAt - b.firstJoinedAt || (a.participantId < b.participantId ? -1 : 1);

/** Everybody who was in the room, in the order of arrival. Whoever only waited in the lobby was not. */
export function attendanceOf(log: Log): Attendance {
  const room = emptyRoom();
  const places = new Map<ParticipantId, Place>();
  let peak = 0;
  for (const record of log) {
    apply(room, record);
    for (const { participantId, place } of moved(room, record)) places.set(participantId, place);
    peak = Math.max(peak, presentNow(room));
  }
  const people = Object.values(room.members).flatMap((member) => attendant(room, member, places.get(member.participantId))).sort(byArrival);
  const hall = people.filter(({ place }) => place === 'hall').length;
  return { people, headCount: { present: people.length, remote: people.length - hall, hall, peak } };
}

/** Only these events can bring somebody to a place. */
function moved(room: DeepReadonly<Room>, record: Log[number]): { participantId: ParticipantId; place: Place }[] {
  if (record.type !== 'MemberJoined' && record.type !== 'MemberExpected' && record.type !== 'MemberCheckedIn') return [];
  const place = room.members[record.data.participantId]?.place ?? null;
  return place === null ? [] : [{ participantId: record.data.participantId, place }];
}
