import { moment, oneLine, type Part } from '../../document/blocks.ts';
import type { Telling } from '../../summary/summary.ts';
import type { Desk } from '../desk.ts';
import type { Told } from '../newsroom.ts';
import type { Chapter, Said, Shown } from '../report.ts';
import { capital, many } from './numbers.ts';

const SOMEBODY = 'a speaker whose name was removed';
const verbs = ['said', 'told the meeting', 'said', 'put it this way'];

const nameOf = (said: Said, desk: Desk): string => desk.person(said.speaker) ?? SOMEBODY;
/** At the beginning of a sentence; a name stays as its bearer writes it. */
const begun = (said: Said, desk: Desk): string => desk.person(said.speaker) ?? capital(SOMEBODY);

/** A quotation where it can be read; else the same in English, where somebody has put it so; else the quotation as it was said. */
export function said(one: Said, place: number, desk: Desk): Told | null {
  const { statement, told: { en: telling } } = one;
  if (telling && (statement === null || !desk.own(statement.language))) return inShort(one, telling, desk);
  if (statement === null) return null;
  const own = desk.own(statement.language);
  const verb = /[?？]$/.test(statement.text) ? 'asked' : (own && verbs[place % verbs.length]) || 'said';
  const tongue = own ? '' : ` in ${desk.tongue(statement.language)}`;
  return { own: true, parts: [`${begun(one, desk)} ${verb}${tongue}: `, moment(`“${statement.text}”`, statement.fromAt)] };
}

/** Where the sentence names its speaker already, it stands alone. */
function inShort(one: Said, { text, evidence }: Telling, desk: Desk): Told {
  const words = moment(oneLine(text), evidence[0]?.fromAt ?? one.startedAt);
  const named = desk.text(one.speaker.name);
  return { own: false, parts: named !== null && text.includes(named) ? [words] : [`${begun(one, desk)}, in short: `, words] };
}

/** Those of whom no word is told. */
export function spoke(some: readonly Said[], { kind, topicId, said: all }: Chapter, desk: Desk): Part[] {
  const names = desk.all(some.map((one, index) => moment(index === 0 ? begun(one, desk) : nameOf(one, desk), one.startedAt)));
  if (some.length < all.length) return [...names, ' also spoke.'];
  if (kind === 'keynote') return [...names, some.length === 1 ? ' gave the keynote.' : ' gave keynotes.'];
  if (kind === 'address') return [...names, some.length === 1 ? ' gave the address.' : ' gave addresses.'];
  return [...names, topicId === null ? ' spoke.' : ' spoke on the topic.'];
}

/** Who is seen, and nobody else. */
export function caption({ people, speaks, picture }: Shown, title: string | null, desk: Desk): string {
  const names = people.flatMap((person) => desk.person(person) ?? []);
  const unnamed = people.length - names.length;
  const all = desk.all([...names, ...(unnamed === 0 ? [] : [many(unnamed, 'person whose name was removed', 'people whose names were removed')])]).map((part) => (typeof part === 'string' ? part : part.text)).join('');
  if (picture.kind === 'group') return `On stage: ${all}.`;
  return speaks ? `${all} speaking${title === null ? '' : ` on “${title}”`}.` : `In the picture: ${all}.`;
}
