import type { Material } from '../material.ts';
import type { Attendant } from '../member.ts';
import { chairsOf } from '../written/minutes-document.ts';
import { chaptersIn } from './chapters.ts';
import type { Quotes, Report } from './report.ts';
import { shownIn } from './shown.ts';

/** How the account is to be made. `timeZone`: IANA, of the salon. */
export type Wishes = Quotes & { timeZone: string };

/** The account of a room as facts, the same for every language; what the material does not bear is not in it. */
export function reportOf(material: Material, wishes: Wishes): Report {
  const { minutes, occasion, marked, actions, pictures } = material;
  const { title, languages, upTo, openedAt, closedAt, agenda, attendance: { people, headCount }, turns, questions, awards } = minutes;
  return {
    title, occasion, timeZone: wishes.timeZone, languages, upTo, closedAt,
    beganAt: openedAt && (agenda.flatMap(({ startedAt }) => startedAt ?? []).sort((one, other) => one - other)[0] ?? openedAt),
    people: { present: headCount.present, hall: headCount.hall, remote: headCount.remote, belonging: people.filter(belongs).length },
    organisations: new Set(people.filter(belongs).map(houseOf)).size,
    countries: countriesOf(people.some(belongs) ? people.filter(belongs) : people),
    chairs: chairsOf(minutes), speakers: new Set(turns.map(({ speaker }) => speaker.participantId)).size, turns: turns.length,
    chapters: chaptersIn(material, wishes), questions, awards, marked: [...marked], actions: actions.flatMap((action) => (action.what === null ? [] : [{ ...action, what: action.what }])),
    group: pictures.filter(({ kind }) => kind === 'group').map((picture) => shownIn(material, picture))[0] ?? null,
  };
}

const belongs = ({ organisation, organisationId }: Attendant): boolean => organisation !== null || organisationId !== null;
/** Who was brought in by hand has an organisation's name without its number. */
const houseOf = ({ organisation, organisationId }: Attendant): string => organisationId ?? Object.values(organisation ?? {}).sort().join('|');

function countriesOf(people: readonly Attendant[]): string[] {
  const counts = new Map<string, number>();
  for (const { country } of people) if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1);
  return [...counts].sort(([one, some], [other, others]) => others - some || (one < other ? -1 : 1)).map(([country]) => country);
}
