import { setTimeout as pause } from 'node:timers/promises';
import { type Minutes, minutesLanguages, minutesOf, minutesToMarkdown, type MinutesLanguage } from '@yaji/chronicle';
import type { Jobs } from '@yaji/contracts';
import type { Publication } from '@yaji/persistence';
import { fileId, readFileId, type Storage } from '@yaji/platform';
import type { Archive } from '../archive.ts';
import { type Course, scale } from '../progress.ts';

export type Writer = { archive: Archive; storage: Storage };
type Job = Jobs['minutes-render'];

/** What the media plane heard of the last turn is told shortly after its end; then the minutes are written without it. Milliseconds. */
const patienceMs = 5_000;
const lookEveryMs = 250;

/**
 * Writes the minutes of a room in every language, from its log up to event `upTo` and what has been measured since, and publishes them in
 * the place of earlier ones. Running it again writes the same.
 */
export async function renderMinutes(job: Job, { archive, storage }: Writer, course: Course): Promise<void> {
  const before = await archive.published(job.roomId, 'minutes');
  const id = readFileId(before?.fileId ?? '');
  if (before && before.upTo >= job.upTo && id && (await storage.sizeOf(id)) !== null) return;
  const part = scale(course.tell, course.now);
  part('reading', 0, 50)(0);
  const minutes = await measured(job, archive, course.signal);
  const timeZone = (await archive.salonOf(job.roomId)).timeZone ?? 'UTC';
  part('writing', 50, 100)(0);
  const editions = new Map<MinutesLanguage, string>();
  for (const language of minutesLanguages) {
    const id = fileId('rooms', job.roomId, `minutes-${minutes.upTo}-${language.toLowerCase()}.md`);
    await storage.write(id, minutesToMarkdown(minutes, { language, timeZone }));
    editions.set(language, id);
  }
  const accepted = await archive.publish({
    roomId: job.roomId, kind: 'minutes', upTo: minutes.upTo, fileId: editions.get(ownLanguage(minutes)) ?? '', madeAt: course.now(),
    detail: { editions: Object.fromEntries(editions) },
  });
  if (accepted && before) await removeSuperseded(storage, before, new Set(editions.values()));
}

/** The first of the room's languages that minutes are written in. */
function ownLanguage({ languages }: Minutes): MinutesLanguage {
  const primary = (tag: string): string => tag.split('-')[0] ?? tag;
  const own = languages.map((tag) => minutesLanguages.find((language) => primary(language) === primary(tag)));
  return own.find((language) => language !== undefined) ?? 'en';
}

async function measured({ roomId }: Job, archive: Archive, signal: AbortSignal): Promise<Minutes> {
  for (let waitedMs = 0; ; waitedMs += lookEveryMs) {
    const minutes = minutesOf(await archive.log(roomId));
    const last = minutes.turns.at(-1);
    if (last?.speechMs !== null || waitedMs >= patienceMs) return minutes;
    await pause(lookEveryMs, undefined, { signal });
  }
}

async function removeSuperseded(storage: Storage, before: Extract<Publication, { kind: 'minutes' }>, kept: ReadonlySet<string>): Promise<void> {
  for (const written of [before.fileId, ...Object.values(before.detail.editions ?? {})]) {
    const old = readFileId(written);
    if (old && !kept.has(old)) await storage.remove(old);
  }
}
