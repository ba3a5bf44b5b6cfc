import { moment, type Part } from '../../document/blocks.ts';
import type { Desk } from '../desk.ts';
import { discussionIn } from '../discussion.ts';
import type { Report } from '../report.ts';
import { capital, count, many } from './numbers.ts';

/** What a carried motion makes of the news. */
const resolvedIn = ({ chapters }: Report, desk: Desk): { title: string; how: string; at: number | null }[] =>
  chapters.flatMap(({ motions }) => motions).flatMap(({ outcome, title, at }) => {
    const [how, what] = [verdict(outcome), desk.text(title)];
    return how === null || what === null ? [] : [{ title: what, how, at }];
  });

/** Countries up to so many are named. */
const NAMED = 5;

const titled = (title: string | null): string => (title === null ? 'the meeting' : `“${title}”`);

/** What was resolved comes first; else who talked about what. */
export function headline(report: Report, desk: Desk): string {
  const { title } = report;
  const name = desk.text(title) ?? 'Meeting';
  const carried = resolvedIn(report, desk);
  if (carried[0] !== undefined) return carried.length === 1 ? `${name}: “${carried[0].title}” ${carried[0].how}` : `${name}: ${many(carried.length, 'motion')} carried`;
  const { said, countries, topics } = discussionIn(report);
  if (said.length === 0) return name;
  const who = `${capital(many(said.length, 'speaker'))}${countries > 1 ? ` from ${count(countries)} countries` : ''}`;
  const alone = said.length === 1;
  const titles = topics.flatMap((topic) => desk.text(topic.title) ?? []);
  if (titles.length === 0 || titles.length > 2) return `${who} ${alone ? 'takes' : 'take'} the floor at “${name}”`;
  return `${who} ${alone ? 'discusses' : 'discuss'} ${titles.map((topic) => `“${topic}”`).join(' and ')}`;
}

function verdict(outcome: Report['chapters'][number]['motions'][number]['outcome']): string | null {
  switch (outcome.how) {
    case 'vote': return outcome.carried ? (outcome.unanimous ? 'carried unanimously' : 'carried') : null;
    case 'chair': return outcome.carried ? 'carried by the chair’s vote' : null;
    case 'no-objection': return 'adopted without objection';
    case 'void': case 'withdrawn': case 'undecided': return null;
  }
}

/** Who, what, when and where; then how long, who chaired and what about. */
export function lead(report: Report, desk: Desk): Part[][] {
  const { title, beganAt } = report;
  if (beganAt === null) return [[`There is no record that ${titled(desk.text(title))} was opened.`]];
  return [[...who(report, desk, beganAt), ...decided(report, desk)], course(report, desk)];
}

function who(report: Report, desk: Desk, beganAt: number): Part[] {
  const { title, occasion, people, organisations } = report;
  const salon = desk.text(occasion.title);
  const name = titled(desk.text(title));
  const event = salon === null || salon === desk.text(title) ? name : `${name}, part of “${salon}”,`;
  const day = `on ${desk.day(beganAt)}`;
  if (people.present === 0) return [`Nobody took part in ${event} ${day}.`];
  const persons = many(people.present, 'person', 'people');
  const houses = organisations === 0 ? [] : [many(organisations, 'organisation'), ...countriesOf(report, desk)];
  const all = people.belonging === people.present;
  const crowd: Part[] = houses.length === 0 ? [persons] : all ? [persons, ' from ', ...houses] : [persons, ', including representatives of ', ...houses, ','];
  const host = desk.text(occasion.host);
  const held = event.endsWith(',') ? event : `${event},`;
  if (host !== null) return [`${capital(host)} brought together `, ...crowd, ` for ${held} held ${place(report)} ${day}.`];
  return [capital(persons), ...crowd.slice(1), ` took part in ${held} held ${place(report)} ${day}.`];
}

function place({ people: { hall, remote } }: Report): string {
  if (hall === 0) return 'online';
  return remote === 0 ? 'in person' : 'in the hall and online';
}

function countriesOf({ countries }: Report, desk: Desk): Part[] {
  if (countries.length === 0) return [];
  return countries.length > NAMED ? [` in ${count(countries.length)} countries`] : [' in ', ...desk.all(countries.map((code) => desk.country(code)))];
}

function course(report: Report, desk: Desk): Part[] {
  const { beganAt, closedAt, chairs, speakers, turns } = report;
  const length = beganAt === null || closedAt === null ? '' : desk.length(closedAt - beganAt);
  const named = chairs.flatMap((chair) => desk.person(chair) ?? []);
  const chaired = named.length === 0 ? [] : [...desk.all(named), ' chaired. '];
  const over = length === '' ? '' : `Over ${length}, `;
  const spoke = speakers === 0 ? 'nobody took the floor.' : `${many(speakers, 'speaker')} took the floor${turns > speakers ? ` ${count(turns)} times` : ''}.`;
  return [...chaired, over === '' ? capital(spoke) : `${over}${spoke}`, ...topics(report, desk), ...asked(report), ...(closedAt === null ? [' The meeting had not ended when this was written.'] : [])];
}

/** What was resolved belongs into the lead. */
const decided = (report: Report, desk: Desk): Part[] => resolvedIn(report, desk).map(({ title, how, at }) => moment(` The motion “${title}” was ${how}.`, at));

function asked({ questions }: Report): Part[] {
  const answered = questions.filter(({ status }) => status === 'answered').length;
  const later = questions.filter(({ status }) => status === 'later').length;
  const all = questions.length;
  if (all === 0) return [];
  const first = ` ${capital(many(all, 'question'))} ${all === 1 ? 'was' : 'were'} put to the meeting`;
  if (answered === all) return [all === 1 ? `${first} and answered.` : `${first}, and all were answered.`];
  const rest = later === 0 ? '' : `, and ${many(later, 'answer')} will follow after the meeting`;
  return [`${first}; ${answered === 0 ? 'none was' : `${count(answered)} ${answered === 1 ? 'was' : 'were'}`} answered${rest}.`];
}

function topics({ chapters }: Report, desk: Desk): Part[] {
  const named = chapters.flatMap(({ topicId, title }) => (topicId === null ? [] : (desk.text(title) ?? []))).map((topic) => `“${topic}”`);
  if (named.length === 0) return [];
  return [named.length === 1 ? ' The discussion turned on ' : ` The discussion turned on ${count(named.length)} topics: `, ...desk.all(named), '.'];
}
