import type { Document, LocalText, ParticipantId, WrittenLanguage } from '@yaji/contracts';
import { textsOf } from '../account/quoted.ts';
import type { Facts } from './facts.ts';

/** What a document is to be compared with. `timeZone`: IANA; `said`: sentences that are quoted with whatever numbers they hold. */
export type Figured = { facts: Facts; plates: ReadonlyMap<ParticipantId, LocalText>; timeZone: string; said: readonly string[] };

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const number = `(\\d+|${words.slice(1).join('|')})`;
const valueOf = (written: string): number => (/^\d/.test(written) ? Number(written) : words.indexOf(written.toLowerCase()));

/** `1:02:03` or `2:03`. */
export function lengthText(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
export const clockText = (at: number, timeZone: string): string => new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium', hourCycle: 'h23' }).format(at);
const dayTexts = (at: number, timeZone: string): Record<WrittenLanguage, string[]> => ({
  'en': [new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at).replace(/^(\w+) /, '$1, '), isoDay(at, timeZone)],
  'zh-CN': [new Intl.DateTimeFormat('zh-CN', { timeZone, dateStyle: 'long' }).format(at), isoDay(at, timeZone)],
});
const isoDay = (at: number, timeZone: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);

/** How each figure of the prose is put, and what the log says it is; of organisations, those that came or those that spoke are counted. */
function phrasesOf({ people, peak, turns, asked, answered, votes, topics, upTo, beganAt, closedAt }: Facts): Record<WrittenLanguage, [string, ...number[]][]> {
  const hall = people.filter(({ place }) => place === 'hall').length;
  const houses = new Set(people.flatMap(({ organisationId }) => organisationId ?? [])).size;
  const spoke = new Set(turns.map(({ participantId }) => participantId));
  const heardHouses = new Set(people.flatMap(({ participantId, organisationId }) => (spoke.has(participantId) && organisationId !== null ? [organisationId] : []))).size;
  const belonging = people.filter(({ organisationId }) => organisationId !== null).length;
  const minutes = Math.round((closedAt - beganAt) / 60_000);
  const remote = people.length - hall;
  return {
    'en': [
      [`Present: ${number}`, people.length], [`${number} remote`, remote], [`${number} in the hall`, hall], [`at most ${number} at once`, peak], [`entry ${number}`, upTo],
      [`${number} (?:people|person)`, people.length], [`${number} organisations?`, houses], [`${number} speakers?`, spoke.size], [`the floor ${number} times`, turns.length],
      [`${number} questions?`, asked], [`${number} (?:was|were) answered`, answered], [`${number} votes?`, votes], [`${number} topics?`, topics], [`${number} minutes?`, minutes],
    ],
    'zh-CN': [
      [`出席 ?${number} ?人`, people.length], [`线上 ?${number} ?人`, remote], [`现场 ?${number} ?人`, hall], [`最多 ?${number} ?人`, peak], [`第(?: |1至)?${number} ?条`, upTo],
      [`共有${number}人`, spoke.size], [`${number}位嘉宾`, spoke.size], [`${number}名代表`, people.length], [`共${number}人`, people.length], [`其中${number}人`, belonging], [`${number}家机构`, houses, heardHouses], [`发言${number}次`, turns.length],
      [`${number}个问题`, asked], [`${number}个得到解答`, answered], [`${number} ?票`, votes], [`${number}个议题`, topics], [`${number}分钟`, minutes],
    ],
  };
}

/** Every figure of a document's prose and tables that the log does not bear out, with what stands around it. */
export function wrongFigures({ language, title, blocks }: Document, { facts, timeZone, said }: Figured): string[] {
  const known = new Set([...facts.instants].map((at) => clockText(at, timeZone)));
  for (const ms of lengthsOf(facts)) known.add(lengthText(ms));
  const wrong: string[] = [];
  for (const [place, text] of [title, ...blocks.filter(({ kind }) => kind !== 'quote').flatMap(textsOf)].entries()) {
    let rest = said.reduce((left, one) => left.replaceAll(one, ' '), text);
    for (const day of dayTexts(facts.openedAt, timeZone)[language]) rest = rest.replaceAll(day, ' ');
    // Where it stands in the order of things: headings, questions, rows.
    rest = rest.replace(/^\d+(\.\d+)?(\.\s|$)/, ' ');
    const take = (pattern: RegExp, isRight: (written: string) => boolean): void => {
      rest = rest.replace(pattern, (whole: string, written: string) => {
        if (!isRight(written)) wrong.push(`“${whole}” in text ${place}`);
        return ' ';
      });
    };
    take(/(\d+(?::\d{2}){1,2})/g, (written) => known.has(written));
    take(/(\d+) %/g, (written) => sharesOf(facts).has(Number(written)));
    for (const [phrase, ...values] of phrasesOf(facts)[language]) take(new RegExp(phrase, 'gi'), (written) => values.includes(valueOf(written)));
    for (const [left] of rest.matchAll(/.{0,12}\d+.{0,12}/g)) if (!isCell(left, facts)) wrong.push(`“${left}” in text ${place}`);
  }
  return wrong;
}

/** A number alone is a table's: which rows there must be is examined by `missingRows`. */
const isCell = (left: string, { people, turns }: Facts): boolean => /^\d+$/.test(left.trim()) && Number(left) <= Math.max(people.length, turns.length);

const speechOf = (turns: Facts['turns']): number => turns.reduce((sum, { speechMs }) => sum + speechMs, 0);
/** Turns by who spoke, and by whom they belong to. */
function grouped({ turns, people }: Facts): Facts['turns'][] {
  const houseOf = (id: ParticipantId) => people.find(({ participantId }) => participantId === id)?.organisationId ?? '';
  return [...Map.groupBy(turns, ({ participantId }) => participantId).values(), ...Map.groupBy(turns, ({ participantId }) => houseOf(participantId)).values()];
}
const languagesOf = ({ turns }: Facts): Facts['turns'][] => (turns.length === 0 ? [] : [turns, ...subsets(turns)]);
/** Who speaks which language is the programme's; by language, any sum of whole people may stand. */
function subsets(turns: Facts['turns']): Facts['turns'][] {
  const people = [...Map.groupBy(turns, ({ participantId }) => participantId).values()];
  return Array.from({ length: 2 ** people.length }, (_, mask) => people.filter((_own, n) => (mask >> n) % 2 === 1).flat());
}
const sharesOf = (facts: Facts): Set<number> => new Set([...grouped(facts), ...languagesOf(facts)].map((some) => Math.round((speechOf(some) * 100) / speechOf(facts.turns))));
const lengthsOf = (facts: Facts): number[] => [
  ...facts.courseMs, ...facts.people.map(({ presentMs }) => presentMs), ...facts.turns.flatMap(({ tookMs, speechMs }) => [tookMs, speechMs]),
  ...[...grouped(facts), ...languagesOf(facts)].map(speechOf), facts.closedAt - facts.openedAt, facts.closedAt - facts.beganAt,
];

/** The rows that tables of the minutes must have and do not: everybody's attendance, every turn, everybody's speaking time. */
export function missingRows({ blocks }: Document, { facts, plates, timeZone }: Figured): string[] {
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((cells) => cells.map((runs) => runs.map(({ text }) => text).join(''))) : []));
  const has = (wanted: readonly string[], id: ParticipantId): boolean => rows.some((cells) => Object.values(plates.get(id) ?? {}).some((name) => cells.includes(name)) && wanted.every((one) => cells.includes(one)));
  const wanted = [
    ...facts.people.map(({ participantId, firstJoinedAt, presentMs }) => ({ participantId, cells: [clockText(firstJoinedAt, timeZone), lengthText(presentMs)] })),
    ...facts.turns.map(({ participantId, startedAt, tookMs, speechMs }) => ({ participantId, cells: [clockText(startedAt, timeZone), lengthText(tookMs), lengthText(speechMs)] })),
    ...[...Map.groupBy(facts.turns, ({ participantId }) => participantId)].map(([participantId, own]) => ({ participantId, cells: [`${own.length}`, lengthText(speechOf(own)), `${Math.round((speechOf(own) * 100) / speechOf(facts.turns))} %`] })),
  ];
  return wanted.filter(({ participantId, cells }) => !has(cells, participantId)).map(({ participantId, cells }) => `${Object.values(plates.get(participantId) ?? {})[0] ?? participantId}: ${cells.join(', ')}`);
}
