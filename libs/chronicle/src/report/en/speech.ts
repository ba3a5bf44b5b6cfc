import { moment, type Part } from '../../document/blocks.ts';
import type { Desk } from '../desk.ts';
import type { Told } from '../newsroom.ts';
import type { Chapter, Said, Shown } from '../report.ts';
import { capital, many } from './numbers.ts';

const SOMEBODY = 'a speaker whose name was removed';
const verbs = ['said', 'told the meeting', 'said', 'put it this way'];

const nameOf = (said: Said, desk: Desk): string => desk.person(said.speaker) ?? SOMEBODY;

/** A quotation where it can be read; else the same in English, where somebody has put it so; else the quotation as it was said. */
export function said(one: Said, place: number, desk: Desk): Told | null {
  const { statement, told } = one;
  const telling = told.en;
  const name = capital(nameOf(one, desk));
  if (telling && (statement === null || !desk.own(statement.language))) {
    const words = moment(telling.text, telling.evidence[0]?.fromAt ?? one.startedAt);
    const named = desk.text(one.speaker.name);
    return { own: false, parts: named !== null && telling.text.includes(named) ? [words] : [`${name}, in short: `, words] };
  }
  if (statement === null) return null;
  const own = desk.own(statement.language);
  const verb = /[?？]$/.test(statement.text) ? 'asked' : (own && verbs[place % verbs.length]) || 'said';
  const tongue = own ? '' : ` in ${desk.tongue(statement.language)}`;
  return { own: true, parts: [`${name} ${verb}${tongue}: `, moment(`“${statement.text}”`, statement.fromAt)] };
}

/** Those of whom no word is told. */
export function spoke(some: readonly Said[], { kind, said: all }: Chapter, desk: Desk): Part[] {
  const names = desk.all(some.map((one) => moment(nameOf(one, desk), one.startedAt)));
  if (some.length < all.length) return [...names, ' also spoke.'];
  const [first, ...rest] = names;
  const begun: Part[] = typeof first === 'object' ? [{ ...first, text: capital(first.text) }, ...rest] : names;
  if (kind === 'keynote') return [...begun, some.length === 1 ? ' gave the keynote.' : ' gave keynotes.'];
  if (kind === 'address') return [...begun, some.length === 1 ? ' gave the address.' : ' gave addresses.'];
  return some.length > 3 ? [`${capital(many(some.length, 'speaker'))} took the floor: `, ...names, '.'] : [...begun, ' took the floor.'];
}

/** Who is seen, and nobody else. */
export function caption({ people, speaks, picture }: Shown, title: string | null, desk: Desk): string {
  const names = people.flatMap((person) => desk.person(person) ?? []);
  const unnamed = people.length - names.length;
  const all = desk.all([...names, ...(unnamed === 0 ? [] : [many(unnamed, 'person whose name was removed', 'people whose names were removed')])]).map((part) => (typeof part === 'string' ? part : part.text)).join('');
  if (picture.kind === 'group') return `On stage: ${all}.`;
  return speaks ? `${capital(all)} speaking${title === null ? '' : ` on “${title}”`}.` : `In the picture: ${all}.`;
}
