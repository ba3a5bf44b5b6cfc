import type { Programme, ProgrammeFault } from '@yaji/contracts';
import { optionsFit } from '@yaji/salon';
import type { Report } from './faults.ts';
import { checkRegister, checkVotes } from './check-votes.ts';

/**
 * What a programme that has the right shape may still get wrong: names used twice, names of nobody, times that run back, a zone
 * that does not exist. Every fault with its path; empty when there is none. Pure.
 */
export function checkProgramme(programme: Programme): ProgrammeFault[] {
  const faults: ProgrammeFault[] = [];
  const report: Report = (path, message) => faults.push({ path, message });
  const organisations = uniqueIds(programme.organisations, 'organisations', report);
  const people = uniqueIds(programme.people, 'people', report);
  uniqueIds(programme.rooms, 'rooms', report);
  if (!isTimeZone(programme.timeZone)) report('timeZone', `"${programme.timeZone}" is not an IANA time zone such as Asia/Shanghai`);
  programme.people.forEach(({ organisation }, at) => {
    if (organisation !== undefined && !organisations.has(organisation)) report(`people.${at}.organisation`, `there is no organisation "${organisation}"`);
  });
  checkRegister(programme, people, report);
  programme.rooms.forEach((room, at) => checkRoom(room, `rooms.${at}`, { people, startsAt: programme.startsAt, report }));
  return faults;
}

type Around = { people: ReadonlySet<string>; startsAt: string; report: Report };

function checkRoom(room: Programme['rooms'][number], path: string, { people, startsAt, report }: Around): void {
  checkRules(room.rules, `${path}.rules`, report);
  uniqueIds(room.agenda, `${path}.agenda`, report);
  uniqueIds(room.polls, `${path}.polls`, report);
  room.polls.forEach((poll, at) => {
    if (!optionsFit(poll)) report(`${path}.polls.${at}.options`, `a poll of the kind "${poll.kind}" takes ${poll.options.length === 0 ? 'at least two options' : 'two different options at least, or none where none are chosen'}`);
  });
  uniqueIds(room.motions, `${path}.motions`, report);
  uniqueIds(room.awards, `${path}.awards`, report);
  checkVotes(room, path, { people, report });
  const topics = room.agenda.flatMap((item, at) => item.topics.map(({ id }, topicAt) => ({ id, path: `${path}.agenda.${at}.topics.${topicAt}.id` })));
  reportDoubles(topics, report);
  let before = Date.parse(startsAt);
  room.agenda.forEach((item, at) => {
    const here = `${path}.agenda.${at}`;
    item.speakers.forEach((speaker, speakerAt) => {
      if (!people.has(speaker)) report(`${here}.speakers.${speakerAt}`, `there is nobody "${speaker}" among the people`);
    });
    if (item.startsAt === undefined) return;
    if (Date.parse(item.startsAt) < before) report(`${here}.startsAt`, at === 0 ? 'is before the salon starts' : 'is before the item before it, or before the salon starts');
    before = Math.max(before, Date.parse(item.startsAt));
  });
}

/** What a room names by a short name, it names once. */
function checkRules({ categories = [], microphones = [], groups = [] }: Programme['rooms'][number]['rules'], path: string, report: Report): void {
  reportDoubles(categories.map(({ category }, at) => ({ id: category, path: `${path}.categories.${at}.category` })), report);
  reportDoubles(microphones.map(({ microphoneId }, at) => ({ id: microphoneId, path: `${path}.microphones.${at}.microphoneId` })), report);
  reportDoubles(groups.map((id, at) => ({ id, path: `${path}.groups.${at}` })), report);
}

function uniqueIds(named: readonly { id: string }[], path: string, report: Report): ReadonlySet<string> {
  reportDoubles(named.map(({ id }, at) => ({ id, path: `${path}.${at}.id` })), report);
  return new Set(named.map(({ id }) => id));
}

function reportDoubles(named: readonly { id: string; path: string }[], report: Report): void {
  const seen = new Set<string>();
  for (const { id, path } of named) {
    if (seen.has(id)) report(path, `"${id}" is used twice`);
    seen.add(id);
  }
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'name' in error && error.name === 'RangeError') return false;
    throw error;
  }
}
