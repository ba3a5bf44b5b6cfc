import type { ParticipantId, TranscriptLine } from '@yaji/contracts';
import type { ItemRecord, Spoken, TurnRecord } from '@yaji/chronicle';
import { meetings } from '../rouge/texts.ts';

const wantedWords = 40_000;
const wantedCharacters = 60_000;
const topics = 12;
const linesPerTurn = 14;
/** Three hours. Milliseconds. */
const lasting = 10_800_000;
const idOf = (n: number): ParticipantId => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as ParticipantId;

const all = meetings();
export const people = all.flatMap(({ turns }) => turns.map(({ speaker }) => speaker));

const titleOf = (language: 'en' | 'zh-CN', n: number): string => all.filter((meeting) => meeting.language === language)[n]?.title ?? '';

/** Sentences of the meetings with other words in them each time they come: as many different ones as people would say. */
function sentencesIn(language: 'en' | 'zh-CN', wanted: number, sizeOf: (text: string) => number): string[] {
  const own = all.filter((meeting) => meeting.language === language).flatMap(({ turns }) => turns.flatMap(({ text }) => text.match(language === 'en' ? /[^.!?]+[.!?]+/g : /[^。！？]+[。！？]/gu) ?? [])).map((text) => text.trim());
  const stock = [...new Set(own.flatMap((text) => text.match(language === 'en' ? /\b[a-z]{6,}\b/g : /[\p{Script=Han}]{2}(?=的|是|了|，)/gu) ?? []))];
  const made: string[] = [];
  for (let n = 0, size = 0; size < wanted; n += 1) {
    let at = 0;
    const text = (own[(n * 17) % own.length] ?? '').replace(language === 'en' ? /\b[a-z]{6,}\b/g : /[\p{Script=Han}]{2}(?=的|是|了|，)/gu, (word) => {
      at += 1;
      return (n + at) % 3 === 0 ? stock[(n * 31 + at * 7) % stock.length] ?? word : word;
    });
    made.push(text);
    size += sizeOf(text);
  }
  return made;
}

const countWords = (text: string): number => text.split(/\s+/).length;
const countCharacters = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;

/** A transcript of three hours in two languages, the same on every machine, with its turns and its agenda. */
export function longSalon(): { spoken: Spoken; words: number; characters: number } {
  const [english, chinese] = [sentencesIn('en', wantedWords, countWords), sentencesIn('zh-CN', wantedCharacters, countCharacters)];
  const said = [...blocks(english, 'en'), ...blocks(chinese, 'zh-CN')].sort((one, other) => one.key - other.key);
  const each = lasting / said.length;
  const turns: TurnRecord[] = [];
  const lines = said.flatMap(({ language, texts }, n): TranscriptLine[] => {
    const participantId = idOf((n % 24) + 1);
    turns.push({ turn: n + 1, speaker: { participantId, name: { en: people[n % 24] ?? '' }, organisation: null }, itemId: `item-${Math.floor((n * topics) / said.length)}`, topicId: null, startedAt: n * each, endedAt: (n + 1) * each } as unknown as TurnRecord);
    return texts.map((text, at) => ({ lineId: `line-${n}-${at}`, turn: n + 1, participantId, language, fromAt: n * each + (at * each) / texts.length, toAt: n * each + ((at + 0.95) * each) / texts.length, text }));
  });
  const agenda = Array.from({ length: topics }, (_, n) => ({
    itemId: `item-${n}`, kind: 'roundtable', title: { en: titleOf('en', n), 'zh-CN': titleOf('zh-CN', n) }, topics: [], speakers: [], startedAt: (n * lasting) / topics, endedAt: ((n + 1) * lasting) / topics,
  })) as unknown as ItemRecord[];
  const size = (list: readonly string[], count: (text: string) => number): number => list.reduce((sum, text) => sum + count(text), 0);
  return { spoken: { lines, turns, agenda, questions: [], languages: ['en', 'zh-CN'] }, words: size(english, countWords), characters: size(chinese, countCharacters) };
}

/** Turns of one language; `key`: how far into the evening, so that the languages alternate. */
const blocks = (texts: readonly string[], language: string): { language: string; texts: string[]; key: number }[] =>
  Array.from({ length: Math.ceil(texts.length / linesPerTurn) }, (_, n) => ({ language, texts: texts.slice(n * linesPerTurn, (n + 1) * linesPerTurn), key: (n * linesPerTurn) / texts.length }));
