import { fact, heading, list, strong, table } from '../document/blocks.ts';
import type { Block } from '../document/document.ts';
import type { Attendant } from '../member.ts';
import type { Minutes } from '../minutes.ts';
import type { QuorumCourse } from '../quorum.ts';
import { lengthOf } from './moment.ts';
import { NOTHING, type Writing } from './writing.ts';

export function attendance({ attendance: { people, headCount } }: Minutes, w: Writing): Block[] {
  const { say, text, name, clock } = w;
  if (people.length === 0) return [heading(1, say.attendance), fact(say.nobody)];
  const rows = people.map((person) =>
    [name(person), text(person.organisation), say.roles[person.role], say.places[person.place], clock(person.firstJoinedAt), lengthOf(person.presentMs)]);
  return [
    heading(1, say.attendance), fact(say.headCount(headCount)), ...byOrganisation(people, w),
    ...table([say.name, say.organisation, say.role, say.place, say.joined, say.present], rows, [4, 5]),
  ];
}

type House = { name: string; country: string | null; hall: number; remote: number };

/** Left out where nobody belongs to any. Those without one come last. */
function byOrganisation(people: readonly Attendant[], w: Writing): Block[] {
  const houses = new Map<string, House>();
  const { say, text } = w;
  for (const { organisationId, organisation, country, place } of people) {
    const known = organisation !== null;
    const key = known ? organisationId ?? text(organisation) : '';
    const house = houses.get(key) ?? { name: known ? text(organisation) : say.noOrganisation, country: known ? country : null, hall: 0, remote: 0 };
    houses.set(key, { ...house, country: house.country ?? (known ? country : null), [place]: house[place] + 1 });
  }
  if (houses.size === (houses.has('') ? 1 : 0)) return [];
  const lines = [...houses].sort(([one], [other]) => Number(one === '') - Number(other === '')).map(([, house]) => house);
  const rows = lines.map(({ name, country, hall, remote }) => [name, country === null ? NOTHING : say.countryName(country), `${hall}`, `${remote}`, `${hall + remote}`]);
  return [fact(strong(say.byOrganisation)), ...table([say.organisation, say.country, say.hallColumn, say.remoteColumn, say.total], rows, [2, 3, 4])];
}

/** When the quorum was there and when not. */
export function quorum({ quorum: course }: Minutes, w: Writing): Block[] {
  return course === null ? [] : [heading(1, w.say.quorumCourse), fact(w.say.quorumRule(course.needed, course.entitled, course.of)), ...spansOf(course, w)];
}

function spansOf({ spans }: QuorumCourse, { say, clock }: Writing): Block[] {
  if (!spans.some(({ met }) => met)) return [fact(say.quorumNever)];
  const lines = list(spans.map(({ fromAt, toAt, met, least, most }) => [say.quorumSpan(met, { from: clock(fromAt), to: clock(toAt), least, most })]));
  return spans.every(({ met }) => met) ? [fact(say.quorumAlways), ...lines] : lines;
}
