import { OrganisationId, ParticipantId, PollId, RoomId, RoomRules, SalonId, ItemId, TopicId, type PlannedItem, type Programme } from '@yaji/contracts';
import { planRegister, planVotes } from './plan-votes.ts';
import type { Organisation, Participant, PlannedRoom, Salon } from '@yaji/persistence';

/** The rows of a salon, and under which of the programme's short names they go. */
export type PlannedSalon = {
  salon: Salon;
  organisations: Organisation[];
  people: { id: string; row: Participant }[];
  rooms: { id: string; row: PlannedRoom }[];
};

const minuteMs = 60_000;

type Chance = { newId: () => string; at: number };

/** What a checked programme becomes. Pure: ids and the time come in. */
export function planSalon(programme: Programme, { newId, at }: Chance, origin: string | null = null): PlannedSalon {
  const salonId = SalonId.parse(newId());
  const startsAt = Date.parse(programme.startsAt);
  const organisations = new Map(programme.organisations.map(({ id, name, country }): [string, Organisation] =>
    [id, { organisationId: OrganisationId.parse(newId()), salonId, name, country: country ?? null }]));
  const people = programme.people.map((person, position): PlannedSalon['people'][number] => {
    const organisation = person.organisation === undefined ? undefined : organisations.get(person.organisation);
    return {
      id: person.id,
      row: {
        participantId: ParticipantId.parse(newId()), salonId, position, name: person.name, role: person.role, languages: person.languages, createdAt: at,
        organisationId: organisation?.organisationId ?? null, organisation: organisation?.name ?? null, group: person.group ?? null, country: person.country ?? organisation?.country ?? null,
      },
    };
  });
  const participantIds = new Map(people.map(({ id, row }) => [id, row.participantId]));
  const electorate = planRegister(programme.register, participantIds);
  const rooms = programme.rooms.map((room, position): PlannedSalon['rooms'][number] => ({
    id: room.id,
    row: {
      roomId: RoomId.parse(newId()), salonId, position, title: room.title,
      rules: RoomRules.parse(room.rules), agenda: planAgenda(room.agenda, startsAt, participantIds),
      polls: room.polls.map(({ id: _id, ...plan }) => ({ pollId: PollId.parse(newId()), plan })),
      electorate, ...planVotes(room, { newId, participantIds }),
    },
  }));
  const ends = rooms.flatMap(({ row }) => row.agenda.map(({ plannedStartAt, plannedMs }) => plannedStartAt + plannedMs));
  return {
    salon: {
      salonId, title: programme.title, summary: programme.summary ?? null, host: programme.host ?? null, startsAt, endsAt: Math.max(...ends),
      doorsOpenAt: startsAt - programme.doorsOpenMinutes * minuteMs, timeZone: programme.timeZone, languages: programme.languages,
      accent: programme.accent ?? null, listed: programme.listed, origin, createdAt: at,
    },
    organisations: [...organisations.values()], people, rooms,
  };
}

function planAgenda(items: Programme['rooms'][number]['agenda'], startsAt: number, participantIds: ReadonlyMap<string, ParticipantId>): PlannedItem[] {
  let next = startsAt;
  return items.map((item) => {
    const plannedStartAt = item.startsAt === undefined ? next : Date.parse(item.startsAt);
    const plannedMs = Math.round(item.minutes * minuteMs);
    next = plannedStartAt + plannedMs;
    return {
      itemId: ItemId.parse(item.id), kind: item.kind, title: item.title, plannedStartAt, plannedMs,
      speakers: item.speakers.flatMap((key) => participantIds.get(key) ?? []),
      topics: item.topics.map(({ id, title, minutes }) => ({ topicId: TopicId.parse(id), title, plannedMs: Math.round(minutes * minuteMs) })),
    };
  });
}
