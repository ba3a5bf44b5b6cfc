import type { Language, TranscriptLine } from '@yaji/contracts';
import { tongueOf, writtenIn } from '@yaji/salon';
import { joined, jointOf } from './joined.ts';
import { sentenceParts } from './sentence-breaks.ts';
import type { Statement } from './summary.ts';
import { isHan } from './words.ts';

/** A pause of more than this ends a sentence where speech was written down without marks; where it has marks, only a long one. Milliseconds. */
const PAUSE_MS = 600;
const LONG_PAUSE_MS = 4_000;
/** One text at a time: the system's segmenters are slow on long ones. UTF-16 units. */
const longestRun = 2_000;
const longestRunAnyway = 4_000;

const endMark = /[.!?。！？…]["”’」』)）]*$/u;
const endMarks = /[.!?。！？…](?=\s|$|["”’」』)）]|[\p{Script=Han}])/gu;
/** Speech with marks has one in so many UTF-16 units at least. */
const unitsPerMark = 300;

/**
 * Every sentence that was said, in its order, as a statement. Empty lines and those that repeat the one before at the same time are passed over; lines may
 * overlap.
 */
export function sentencesOf(lines: readonly TranscriptLine[], languages: readonly Language[]): Statement[] {
  const said = inOrder(lines);
  const marked = markedTurns(said);
  return runsOf(said, marked).flatMap((run) => statementsOf(run, languages));
}

function inOrder(lines: readonly TranscriptLine[]): TranscriptLine[] {
  const said = lines.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).map((line) => (line.toAt < line.fromAt ? { ...line, toAt: line.fromAt } : line));
  const sorted = said.sort((one, other) => one.fromAt - other.fromAt);
  return sorted.filter((line, n) => {
    const before = sorted[n - 1];
    return !before || before.text !== line.text || !sameVoice(before, line) || line.fromAt >= before.toAt;
  });
}

const sameVoice = (one: TranscriptLine, other: TranscriptLine): boolean =>
  one.turn === other.turn && one.participantId === other.participantId && one.language === other.language;

const voiceOf = ({ turn, participantId, language }: TranscriptLine): string => `${turn ?? ''} ${participantId ?? ''} ${language}`;

/** Voices whose speech was written down with marks. */
function markedTurns(lines: readonly TranscriptLine[]): ReadonlySet<string> {
  const counts = new Map<string, { units: number; marks: number }>();
  for (const line of lines) {
    const count = counts.get(voiceOf(line)) ?? { units: 0, marks: 0 };
    counts.set(voiceOf(line), { units: count.units + line.text.length, marks: count.marks + (line.text.match(endMarks)?.length ?? 0) });
  }
  return new Set([...counts].filter(([, { units, marks }]) => marks * unitsPerMark >= units).map(([voice]) => voice));
}

/** Lines that are one text: of one voice, without a pause that ends a sentence. */
function runsOf(lines: readonly TranscriptLine[], marked: ReadonlySet<string>): TranscriptLine[][] {
  const runs: TranscriptLine[][] = [];
  let units = 0;
  for (const line of lines) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const pauseMs = marked.has(voiceOf(line)) ? LONG_PAUSE_MS : PAUSE_MS;
    const goesOn = before !== undefined && sameVoice(before, line) && line.fromAt - before.toAt <= pauseMs && units < (endMark.test(before.text) ? longestRun : longestRunAnyway);
    if (run && goesOn) run.push(line);
    else runs.push([line]);
    units = goesOn ? units + line.text.length : line.text.length;
  }
  return runs;
}

/** A line in the text of its run, UTF-16 units. */
type Laid = { line: TranscriptLine; from: number; to: number };

function layOut(run: readonly TranscriptLine[]): Laid[] {
  const laid: Laid[] = [];
  let before = '';
  let end = 0;
  for (const line of run) {
    const from = end === 0 ? 0 : end + jointOf(before, line.text).length;
    end = from + line.text.length;
    before = line.text;
    laid.push({ line, from, to: end });
  }
  return laid;
}

function statementsOf(run: readonly TranscriptLine[], languages: readonly Language[]): Statement[] {
  const [first] = run;
  if (!first) return [];
  const text = joined(run);
  const laid = layOut(run);
  const statements: Statement[] = [];
  let reached = 0;
  for (const { from, to } of sentenceParts(text, first.language)) {
    while ((laid[reached]?.to ?? Infinity) <= from) reached += 1;
    const under = [];
    for (let n = reached; n < laid.length; n += 1) {
      const one = laid[n];
      if (!one || one.from >= to) break;
      under.push(one);
    }
    const sentence = text.slice(from, to);
    const [head, tail] = [under[0], under.at(-1)];
    if (!head || !tail || !/[\p{L}\p{N}]/u.test(sentence)) continue;
    statements.push({
      lineIds: under.map(({ line }) => line.lineId), turn: first.turn, participantId: first.participantId, language: spokenIn(sentence, first.language, languages),
      fromAt: instantOf(head, from), toAt: Math.max(instantOf(tail, to), instantOf(head, from)), text: sentence,
    });
  }
  return statements;
}

/** When the letter at this place was spoken: words are taken to have come evenly. */
function instantOf({ line, from, to }: Laid, place: number): number {
  const share = Math.min(1, Math.max(0, (place - from) / Math.max(1, to - from)));
  return Math.round(line.fromAt + (line.toAt - line.fromAt) * share);
}

const isInHan = (language: Language): boolean => ['zh', 'zt', 'ja'].includes(tongueOf(language));

/** A speaker changes the language within a turn: where the letters say so, the sentence is of the other one. */
function spokenIn(sentence: string, declared: Language, languages: readonly Language[]): Language {
  const fits = isInHan(declared) === isHan(sentence);
  if (fits) return declared;
  const all = [declared, ...languages, ...(isInHan(declared) ? ['en'] : ['zh-CN'])];
  return writtenIn(sentence, all.filter((language, n) => all.indexOf(language) === n && all.findIndex((other) => isInHan(other) === isInHan(language)) === n)) ?? declared;
}
