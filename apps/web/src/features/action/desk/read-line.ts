import type { LocalText, OrganisationId, ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '@yaji/salon';
import type { FoundDay } from './read-day.ts';

/** Somebody whom a line may name, with all their names and those of their organisation. `kept`: the mark that is worded anew names them already. */
export type Nameable = { participantId: ParticipantId; kept: boolean; present: boolean; names: string[]; organisation: OrganisationId | null; organisationNames: string[] };
export type ReadLine = { who: ParticipantId[]; organisation: OrganisationId | null; others: string | null; what: string; by: string | null };

/** Before it stand those who are to do it; a time of the day has none. */
const colon = /(?<!\d):(?!\d)|：/;
const between = /\s*(?:[,，、;；&+]|\s(?:and|y)\s|和|与|及)\s*/u;
const headMost = 200;

const plain = (text: string): string => text.normalize('NFKC').toLocaleLowerCase().replace(/\s+/g, ' ').trim();
const textsOf = (texts: DeepReadonly<LocalText> | null): string[] => Object.values(texts ?? {}).map(plain);

/** Displays and those who wait at the door cannot be named. */
export const nameables = ({ members }: DeepReadonly<Pick<Room, 'members'>>, kept: readonly ParticipantId[] = []): Nameable[] => Object.values(members)
  .filter(({ announced, role, standing }) => announced && role !== 'display' && standing !== 'removed')
  .map(({ participantId, place, name, organisation, organisationId }) => ({
    participantId, kept: kept.includes(participantId), present: place !== null, names: textsOf(name), organisation: organisationId, organisationNames: textsOf(organisation),
  }));

/** What "Lin, Park: send it by Friday" says. `dayIn` finds the deadline. */
export function readLine(line: string, people: readonly Nameable[], dayIn: (text: string) => FoundDay | null): ReadLine {
  const { head, rest } = partsOf(line);
  const found = dayIn(rest);
  const what = found ? joined(rest.slice(0, found.from), rest.slice(found.to)) : rest.trim();
  return { ...readNames(head, people), what, by: found?.day ?? null };
}

function partsOf(line: string): { head: string; rest: string } {
  const at = colon.exec(line);
  return at && at.index <= headMost ? { head: line.slice(0, at.index), rest: line.slice(at.index + 1) } : { head: '', rest: line };
}

const joined = (before: string, after: string): string => `${before.replace(/[\s,，、;；]+$/, '')} ${after.replace(/^[\s,，、;；.。]+/, '')}`.trim();

function readNames(head: string, people: readonly Nameable[]): Pick<ReadLine, 'who' | 'organisation' | 'others'> {
  const who = new Set<ParticipantId>();
  const others: string[] = [];
  let organisation: OrganisationId | null = null;
  for (const named of head.split(between).filter((part) => part.trim() !== '')) {
    const person = personOf(named, people);
    const house = person ? null : organisationOf(named, people);
    if (person) who.add(person);
    else if (house && (organisation === null || organisation === house)) organisation = house;
    else others.push(named.trim());
  }
  return { who: [...who], organisation, others: others.length > 0 ? others.join(', ').slice(0, headMost) : null };
}

/** By the whole name, else by a part of it, or after a form of address, where that can be only one. */
function personOf(named: string, people: readonly Nameable[]): ParticipantId | null {
  const wanted = plain(named);
  const whole = people.filter(({ names }) => names.includes(wanted));
  if (whole.length > 0) return whole.find((one) => one.kept)?.participantId ?? onlyOne(whole) ?? onlyOne(whole.filter(({ present }) => present));
  if (people.some(({ organisationNames }) => organisationNames.includes(wanted))) return null;
  const last = wanted.split(' ').at(-1) ?? wanted;
  return onlyOne(people.filter(({ names }) => names.some((name) => name.includes(wanted)))) ?? onlyOne(people.filter(({ names }) => names.some((name) => name.split(' ').includes(last) || wanted.endsWith(` ${name}`))));
}

const onlyOne = (people: readonly Nameable[]): ParticipantId | null => (people.length === 1 ? people[0]?.participantId ?? null : null);

function organisationOf(named: string, people: readonly Nameable[]): OrganisationId | null {
  const wanted = plain(named);
  const fitting = (fits: (name: string) => boolean) => [...new Set(people.flatMap(({ organisation, organisationNames }) => (organisation !== null && organisationNames.some(fits) ? [organisation] : [])))];
  const [whole] = fitting((name) => name === wanted);
  const near = fitting((name) => name.includes(wanted));
  return whole ?? (near.length === 1 ? near[0] ?? null : null);
}

/** What is being typed before the colon, and what stands before that; null once there is a colon. */
export function typedName(line: string): { before: string; typed: string } | null {
  if (colon.test(line)) return null;
  const ends = [...line.matchAll(new RegExp(between.source, 'gu'))].at(-1);
  const from = ends ? ends.index + ends[0].length : 0;
  return { before: line.slice(0, from), typed: line.slice(from) };
}
