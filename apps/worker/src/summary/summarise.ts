import { type Essence, type Fault, type Known, type Plate, sentencesOf, type Spoken, type Statement, type Summary, summaryOf, textIn } from '@yaji/chronicle';
import type { LocalText } from '@yaji/contracts';
import { type Model, ModelFailed, type Patience } from './telling/ask-model.ts';
import { type Listener, tell, type Tellings } from './telling/tell.ts';
import { wordsWith } from './words.ts';

/** `people`: everybody who was in the room; `terms`: the glossary, each in the languages that it is known in. */
export type RoomMaterial = Spoken & { title: LocalText; people: readonly Plate[]; terms: readonly LocalText[] };
/** `model` null: in the words that were said alone. `wholeWithinMs`: everything that is asked of the service together. */
export type Settings = { model: Model | null; patience?: Patience; wholeWithinMs?: number };
/**
 * For people: why there is less in other words than there could be. `away` to `wrong`: the service failed so and was not asked further; `late`: the time was
 * up; `unsupported`: so many sentences were left out, and why. `said`: the same in English.
 */
export type Note = { what: ModelFailed['why'] | 'late'; said: string } | { what: 'unsupported'; count: number; faults: Partial<Record<Fault, number>>; said: string };
export type Summarised = { summary: Summary; notes: Note[] };

const usualPatience: Patience = { answerWithinMs: 45_000, pausesMs: [1_000, 4_000] };
const usualWholeMs = 240_000;
const perTopic = 5;
const perRoom = 6;
/** What is shown of one topic at a time, UTC-16 units; of a longer one its pieces, and no more of them than this. */
const pieceUnits = 12_000;
const mostPieces = 4;

/**
 * The summary of a room: in the words that were said, and where a language service is set also in other words, each sentence of which holds by what it cites. A
 * service that fails takes nothing away. Rejects only when `signal` aborts. `progress`: 0 to 1.
 */
export async function summarise(room: RoomMaterial, settings: Settings, signal: AbortSignal, progress: (fraction: number) => void): Promise<Summarised> {
  const words = wordsWith(namesIn(room));
  const summary = summaryOf(room, words);
  progress(settings.model === null ? 1 : 0.1);
  if (settings.model === null || summary.room.statements.length === 0) return { summary, notes: [] };
  const late = AbortSignal.timeout(settings.wholeWithinMs ?? usualWholeMs);
  const known: Known = { people: room.people, terms: [...room.terms, room.title, ...room.agenda.flatMap(({ title, topics }) => [title, ...topics.map((topic) => topic.title)])], words };
  const listener: Listener = { model: settings.model, known, signal: AbortSignal.any([signal, late]), patience: settings.patience ?? usualPatience };
  const faults: Fault[] = [];
  try {
    const told = await tellAll(room, summary, listener, { faults, progress });
    return { summary: told, notes: unsupportedNote(faults) };
  } catch (error) {
    signal.throwIfAborted();
    if (!late.aborted && !(error instanceof ModelFailed)) throw error;
    // What was told of some topics and not of others would seem to be all there was.
    const note: Note = late.aborted ? { what: 'late', said: 'The language service took longer than it is given; the summary is in the words that were said.' }
      : { what: (error as ModelFailed).why, said: `${(error as ModelFailed).message}; the summary is in the words that were said.` };
    return { summary, notes: [note] };
  }
}

/** Names and titles that a dictionary cuts in pieces. */
const namesIn = ({ people, terms }: RoomMaterial): string[] => [
  ...people.flatMap(({ name, organisation }) => [...Object.values(name ?? {}), ...Object.values(organisation ?? {})]), ...terms.flatMap((term) => Object.values(term)),
];

type Along = { faults: Fault[]; progress: (fraction: number) => void };

async function tellAll(room: RoomMaterial, summary: Summary, listener: Listener, { faults, progress }: Along): Promise<Summary> {
  const sentences = sentencesOf(room.lines, room.languages);
  const topics: Summary['topics'] = [];
  for (const topic of summary.topics) {
    const pieces = piecesOf(sentencesOfTopic(topic, sentences, room), topic.statements);
    const told: Tellings[] = [];
    for (const statements of pieces) told.push(await tell({ title: titleOf(topic, room), statements, people: room.people, most: Math.ceil(perTopic / pieces.length) }, listener));
    faults.push(...told.flatMap((one) => one.faults));
    topics.push({ ...topic, told: together(told.map((one) => one.told)) });
    progress(0.1 + (0.8 * topics.length) / summary.topics.length);
  }
  // Of the room is told what was told of its topics, from the words that held it there.
  const evidence = unique([...summary.room.statements, ...topics.flatMap(({ told }) => Object.values(told).flatMap((tellings) => (tellings ?? []).flatMap((telling) => telling.evidence)))]);
  const whole = await tell({ title: textIn(room.title, 'en') ?? '', statements: evidence, people: room.people, most: perRoom }, listener);
  faults.push(...whole.faults);
  progress(1);
  return { ...summary, topics, room: { ...summary.room, told: whole.told } };
}

type Topic = Summary['topics'][number];

function sentencesOfTopic({ itemId, topicId }: Topic, sentences: readonly Statement[], { turns }: RoomMaterial): Statement[] {
  const own = new Set(turns.filter((turn) => turn.itemId === itemId && turn.topicId === topicId).map(({ turn }) => turn));
  return sentences.filter(({ turn }) => turn !== null && own.has(turn));
}

/** What is shown of a topic; of one that is too long its parts, evenly drawn, and always what was found to be essential. */
function piecesOf(sentences: readonly Statement[], essential: readonly Statement[]): Statement[][] {
  const pieces: Statement[][] = [];
  let units = Infinity;
  for (const sentence of sentences.length > 0 ? sentences : essential) {
    const last = pieces.at(-1);
    if (last && units + sentence.text.length <= pieceUnits) last.push(sentence);
    else pieces.push([sentence]);
    units = last === pieces.at(-1) ? units + sentence.text.length : sentence.text.length;
  }
  return pieces.length <= mostPieces ? pieces : [[...essential]];
}

const titleOf = ({ itemId, topicId }: Topic, { agenda }: RoomMaterial): string => {
  const item = agenda.find((one) => one.itemId === itemId);
  return textIn(item?.topics.find((topic) => topic.topicId === topicId)?.title ?? item?.title ?? null, 'en') ?? '';
};

function together(all: readonly Essence['told'][]): Essence['told'] {
  const told: Essence['told'] = {};
  for (const one of all) for (const [language, tellings] of Object.entries(one)) told[language] = [...(told[language] ?? []), ...(tellings ?? [])];
  return told;
}

const unique = (statements: readonly Statement[]): Statement[] => {
  const byPlace = new Map(statements.map((statement) => [`${statement.fromAt} ${statement.lineIds.join()} ${statement.text}`, statement]));
  return [...byPlace.values()].sort((one, other) => one.fromAt - other.fromAt);
};

function unsupportedNote(faults: readonly Fault[]): Note[] {
  if (faults.length === 0) return [];
  const counts: Partial<Record<Fault, number>> = {};
  for (const fault of faults) counts[fault] = (counts[fault] ?? 0) + 1;
  return [{ what: 'unsupported', count: faults.length, faults: counts, said: `${faults.length} sentences of the language service were left out because what was said does not support them.` }];
}
