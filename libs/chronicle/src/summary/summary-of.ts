import type { ItemId, Language, TopicId, TranscriptLine } from '@yaji/contracts';
import type { ItemRecord } from '../agenda.ts';
import type { TurnRecord } from '../floor.ts';
import type { QuestionRecord } from '../question.ts';
import { choose } from './choose.ts';
import { sentencesOf } from './sentences.ts';
import type { Essence, Statement, Summary } from './summary.ts';
import { saysSomething, type Sentence, weigh, type Weighed } from './weighing.ts';
import { sizeOf, type Tokenise } from './words.ts';

/** What a summary is made of. `languages`: the room's; `questions` and `agenda` tell what the talk was to be about. */
export type Spoken = {
  lines: readonly TranscriptLine[]; turns: readonly TurnRecord[]; agenda: readonly ItemRecord[]; questions: readonly QuestionRecord[]; languages: readonly Language[];
};

const perTopic = 5;
const perPerson = 2;
/** The room gets two for each topic, within these. */
const room = { least: 5, most: 12 };
/** Of each topic so many come into the choice for the room. */
const intoRoom = 15;
/** A turn of more words than this is worth another sentence, and of more than the second a third. */
const wordsForMore = [90, 300] as const;

/**
 * What was essential, in the words in which it was said: of each turn (1 to 3 sentences), each topic (5) and the room. A turn in which nothing but
 * courtesies was said or nothing was written down is not in it, nor is such a topic. The same lines give the same summary.
 */
export function summaryOf(spoken: Spoken, words: Tokenise): Summary {
  const matters = mattersOf(spoken, words);
  const weighed = matters.map((matter) => ({ ...matter, weighed: weigh(matter.sentences, matter.asked) }));
  return {
    turns: turnsOf(weighed.flatMap((matter) => matter.weighed)),
    topics: weighed.flatMap(({ itemId, topicId, weighed: candidates }) => {
      const statements = topicStatements(candidates);
      return itemId === null || statements.length === 0 ? [] : [{ itemId, topicId, statements, told: {} }];
    }),
    room: roomEssence(weighed),
  };
}

/** What belongs together: a topic, or an item that has none; `itemId` null: what was said outside of the agenda. */
type Matter = { itemId: ItemId | null; topicId: TopicId | null; sentences: Sentence[]; asked: string[] };

type Place = { itemId: ItemId | null; topicId: TopicId | null };

function mattersOf(spoken: Spoken, words: Tokenise): Matter[] {
  const turns = new Map(spoken.turns.map((turn) => [turn.turn, turn]));
  // Words of a turn that was undone belong to nobody's turn.
  const lines = spoken.lines.map((line) => (line.turn === null || turns.has(line.turn) ? line : { ...line, turn: null }));
  const matters = new Map<string, Matter>();
  for (const sentence of placed(sentencesOf(lines, spoken.languages), words)) {
    const { itemId, topicId } = placeOf(sentence, turns, spoken.agenda);
    const key = `${itemId ?? ''} ${topicId ?? ''}`;
    const matter = matters.get(key);
    if (matter) matter.sentences.push(sentence);
    else matters.set(key, { itemId, topicId, sentences: [sentence], asked: askedWords({ itemId, topicId }, spoken, words) });
  }
  for (const { sentences } of matters.values()) for (const [n, sentence] of sentences.entries()) sentence.lateness = n / sentences.length;
  return [...matters.values()];
}

/** Without a turn by the clock. */
function placeOf({ turn, fromAt }: Statement, turns: ReadonlyMap<number, TurnRecord>, agenda: readonly ItemRecord[]): Place {
  const record = turn === null ? undefined : turns.get(turn);
  if (record) return record;
  const isNow = ({ startedAt, endedAt }: { startedAt: number | null; endedAt: number | null }): boolean => startedAt !== null && startedAt <= fromAt && fromAt < (endedAt ?? Infinity);
  const item = agenda.find(isNow);
  return { itemId: item?.itemId ?? null, topicId: item?.topics.find(isNow)?.topicId ?? null };
}

const mostQuestions = 3;

/** The words of the titles, and of what most people wanted to know, in every language. */
function askedWords({ itemId, topicId }: Place, { agenda, questions }: Spoken, words: Tokenise): string[] {
  const item = agenda.find((one) => one.itemId === itemId);
  const titles = [item?.title ?? {}, item?.topics.find((topic) => topic.topicId === topicId)?.title ?? {}].flatMap((title) => Object.entries(title));
  const [from, to] = [item?.startedAt ?? Infinity, item?.endedAt ?? Infinity];
  const within = questions.filter(({ askedAt, text }) => text !== null && askedAt >= from && askedAt <= to);
  const top = within.toSorted((one, other) => other.votes - one.votes).slice(0, mostQuestions);
  return [...titles.flatMap(([language, text]) => words(text, language)), ...top.flatMap(({ text }) => words(text ?? '', 'und'))];
}

/** Each sentence with its place in its speech: a turn, or what one person said without one. */
function placed(statements: readonly Statement[], words: Tokenise): Sentence[] {
  const speeches = new Map<string, number>();
  const keys = statements.map(({ turn, participantId }) => (turn === null ? `by ${participantId ?? ''}` : `turn ${turn}`));
  for (const key of keys) speeches.set(key, (speeches.get(key) ?? 0) + 1);
  const seen = new Map<string, number>();
  return statements.map((statement, n) => {
    const key = keys[n] ?? '';
    const [at, speech] = [seen.get(key) ?? 0, speeches.get(key) ?? 1];
    seen.set(key, at + 1);
    return { ...statement, words: words(statement.text, statement.language), size: sizeOf(statement.text), place: speech === 1 ? 0 : at / (speech - 1), speech, lateness: 0 };
  });
}

const voiceOf = ({ participantId, turn }: Sentence): string => participantId ?? `turn ${turn ?? ''}`;

function turnsOf(weighed: readonly Weighed[]): Summary['turns'] {
  const turns = new Map<number, Weighed[]>();
  for (const one of weighed) {
    const { turn } = one.sentence;
    if (turn === null || !saysSomething(one.sentence)) continue;
    const candidates = turns.get(turn);
    if (candidates) candidates.push(one);
    else turns.set(turn, [one]);
  }
  return [...turns].sort(([one], [other]) => one - other).map(([turn, candidates]) => {
    const size = candidates.reduce((total, { sentence }) => total + sentence.size, 0);
    const count = 1 + wordsForMore.filter((least) => size > least).length;
    return { turn, statements: inOrder(choose(candidates, { count, quotas: [] })), told: {} };
  });
}

/** The more people spoke, the fewer sentences of one; of a monologue all. */
function topicStatements(candidates: readonly Weighed[]): Statement[] {
  const fit = candidates.filter(({ sentence }) => saysSomething(sentence));
  const voices = new Set(fit.map(({ sentence }) => voiceOf(sentence))).size;
  const most = Math.max(perPerson, Math.ceil(perTopic / Math.max(1, voices)));
  return inOrder(choose(fit, { count: perTopic, quotas: [{ groupOf: voiceOf, most }] }));
}

type WeighedMatter = Matter & { weighed: Weighed[] };

function roomEssence(matters: readonly WeighedMatter[]): Essence {
  const origin = new Map<Sentence, number>();
  const before = new Map<Sentence, number>();
  for (const [n, { weighed }] of matters.entries()) {
    const fit = weighed.filter(({ sentence }) => saysSomething(sentence)).toSorted((one, other) => other.weight - one.weight).slice(0, intoRoom);
    const highest = fit[0]?.weight ?? 1;
    for (const { sentence, weight } of fit) {
      origin.set(sentence, n);
      before.set(sentence, weight / (highest || 1));
    }
  }
  const candidates = [...origin.keys()];
  // Each topic has its own scale: what counts in the room is both how much it was in its topic and how much it is among all.
  const weighed = weigh(candidates, []).map(({ sentence, weight }) => ({ sentence, weight: weight + (before.get(sentence) ?? 0) / 2 }));
  const topics = new Set(origin.values()).size;
  const count = Math.min(room.most, Math.max(room.least, topics * 2));
  const voices = new Set(candidates.map(voiceOf)).size;
  const quotas = [
    { groupOf: voiceOf, most: Math.max(perPerson, Math.ceil(count / Math.max(1, voices))) },
    { groupOf: (sentence: Sentence) => String(origin.get(sentence)), most: Math.ceil(count / Math.max(1, topics)) + 1 },
  ];
  return { statements: inOrder(choose(weighed, { count, quotas })), told: {} };
}

/** As they were said, and without what only the choice needed. */
const inOrder = (sentences: readonly Sentence[]): Statement[] => sentences.toSorted((one, other) => one.fromAt - other.fromAt || one.toAt - other.toAt)
  .map(({ lineIds, turn, participantId, language, fromAt, toAt, text }) => ({ lineIds, turn, participantId, language, fromAt, toAt, text }));
