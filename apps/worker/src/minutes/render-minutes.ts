import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { accountOf, type Beside, documentToMarkdown, type Minutes, minutesLanguages, type MinutesLanguage, minutesOf, type StoredSummary } from '@yaji/chronicle';
import type { Document, Jobs, Recorded, RoomId, TranscriptLine } from '@yaji/contracts';
import { linesDigest, type Publication } from '@yaji/persistence';
import { fileId, readFileId, type Storage } from '@yaji/platform';
import type { Archive } from '../archive.ts';
import { type Course, scale } from '../progress.ts';
import { summarise } from '../summary/summarise.ts';
import type { Model } from '../summary/telling/ask-model.ts';
import type { Bookshelf } from '../written/bookshelf.ts';

/** `model` null: what was essential is told in the words that were said alone. */
export type Writer = { archive: Archive; storage: Storage; bookshelf: Bookshelf; model: Model | null };
type Job = Jobs['minutes-render'];
type Published = Extract<Publication, { kind: 'minutes' }>;

/** What the media plane heard of the last turn is told shortly after its end; then the minutes are written without it. Milliseconds. */
const patienceMs = 5_000;
const lookEveryMs = 250;

/**
 * Finds what was essential in what was said, writes the minutes of a room in every language, from its log up to event `upTo` and what has been measured
 * since, and publishes both in the place of earlier ones. Does nothing when the same has been published of the same transcript.
 */
export async function renderMinutes(job: Job, writer: Writer, course: Course): Promise<void> {
  const { archive, storage } = writer;
  const before = await archive.published(job.roomId, 'minutes');
  const lines = await archive.transcript(job.roomId);
  const digest = linesDigest(lines);
  if (before && before.upTo >= job.upTo && before.detail.lines === digest && (await isThere(storage, before))) return;
  const part = scale(course.tell, course.now);
  part('reading', 0, 10)(0);
  const log = await measured(job, archive, course.signal);
  const minutes = minutesOf(log);
  const stored = await essenceOf({ minutes, lines, roomId: job.roomId }, writer, { signal: course.signal, reached: part('writing', 10, 85) });
  const summary = fileId('rooms', job.roomId, `summary-${minutes.upTo}-${randomUUID().slice(0, 8)}.json`);
  await storage.write(summary, JSON.stringify(stored));
  part('writing', 85, 100)(0);
  const { beside } = await writer.bookshelf.beside(job.roomId);
  const editions = await writeEditions({ log, minutes, beside: { ...beside, summary: stored.summary }, roomId: job.roomId }, writer);
  const accepted = await archive.publish({
    roomId: job.roomId, kind: 'minutes', upTo: minutes.upTo, fileId: editions.get(ownLanguage(minutes)) ?? '', madeAt: course.now(),
    detail: { editions: Object.fromEntries(editions), summary, lines: digest },
  });
  await removeUnneeded(storage, { ours: [summary, ...editions.values()], before: before ? filesOf(before) : [], accepted });
}

const filesOf = ({ fileId: file, detail: { editions = {}, summary } }: Published): string[] => [file, ...Object.values(editions), ...(summary === undefined ? [] : [summary])];

async function isThere(storage: Storage, { fileId: file, detail }: Published): Promise<boolean> {
  for (const written of [file, detail.summary ?? '']) {
    const id = readFileId(written);
    if (!id || (await storage.sizeOf(id)) === null) return false;
  }
  return true;
}

type Said = { minutes: Minutes; lines: readonly TranscriptLine[]; roomId: RoomId };
type Along = { signal: AbortSignal; reached: (fraction: number) => void };

async function essenceOf({ minutes, lines, roomId }: Said, { archive, model }: Writer, { signal, reached }: Along): Promise<StoredSummary> {
  const { title, languages, turns, agenda, questions, attendance: { people } } = minutes;
  const terms = (await archive.glossary(roomId)).map(({ text }) => ({ und: text }));
  const { summary, notes } = await summarise({ lines, turns, agenda, questions, languages, title, people, terms }, { model }, signal, reached);
  return { summary, notes: notes.map((note) => ({ what: note.what, count: note.what === 'unsupported' ? note.count : 0 })) };
}

type Written = { log: readonly Recorded[]; minutes: Minutes; beside: Beside; roomId: RoomId };

/** An approved edition stands as it was approved. */
async function writeEditions({ log, minutes, beside, roomId }: Written, { storage, bookshelf }: Writer): Promise<Map<MinutesLanguage, string>> {
  const [edition, draft] = await Promise.all([bookshelf.edition(roomId, 'minutes'), bookshelf.draft(roomId, 'minutes')]);
  const documents: Record<MinutesLanguage, Document> = edition?.detail.documents ?? accountOf(log, beside, { kind: 'minutes', draft });
  const editions = new Map<MinutesLanguage, string>();
  for (const language of minutesLanguages) {
    const id = fileId('rooms', roomId, `minutes-${minutes.upTo}-${language.toLowerCase()}.md`);
    await storage.write(id, documentToMarkdown(documents[language]));
    editions.set(language, id);
  }
  return editions;
}

/** The first of the room's languages that minutes are written in. */
function ownLanguage({ languages }: Minutes): MinutesLanguage {
  const primary = (tag: string): string => tag.split('-')[0] ?? tag;
  const own = languages.map((tag) => minutesLanguages.find((language) => primary(language) === primary(tag)));
  return own.find((language) => language !== undefined) ?? 'en';
}

async function measured({ roomId }: Job, archive: Archive, signal: AbortSignal): Promise<Recorded[]> {
  for (let waitedMs = 0; ; waitedMs += lookEveryMs) {
    const log = await archive.log(roomId);
    const last = minutesOf(log).turns.at(-1);
    if (last?.speechMs !== null || waitedMs >= patienceMs) return log;
    await pause(lookEveryMs, undefined, { signal });
  }
}

/** Whatever stands now keeps its files. */
async function removeUnneeded(storage: Storage, { ours, before, accepted }: { ours: string[]; before: string[]; accepted: boolean }): Promise<void> {
  const kept = new Set(accepted ? ours : before);
  for (const written of accepted ? before : ours) {
    const old = readFileId(written);
    if (old && !kept.has(old)) await storage.remove(old);
  }
}
