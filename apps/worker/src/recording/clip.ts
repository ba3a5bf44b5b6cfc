import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cut, type EditList, textIn } from '@yaji/chronicle';
import type { Chapter, Jobs } from '@yaji/contracts';
import { fileId, readFileId } from '@yaji/platform';
import { type Course, scale } from '../progress.ts';
import { joinCuts } from './join.ts';
import { materialOf, type Publisher, studioFor } from './material.ts';
import { renderCuts } from './render-cuts.ts';
import type { Studio } from './studio.ts';

type Job = Jobs['turn-clip'];

/**
 * Makes a file of one turn that has ended at event `upTo`, while the room goes on. The cuts that it makes are those of the whole recording, which
 * finds them made. Does nothing where the turn was not recorded, or is in a published recording already.
 */
export async function makeClip(job: Job, publisher: Publisher, course: Course): Promise<void> {
  const { archive } = publisher;
  const film = await archive.published(job.roomId, 'recording');
  if (film && film.upTo >= job.upTo) return;
  const part = scale(course.tell, course.now);
  part('reading', 0, 10)(0);
  const studio = await studioFor(publisher, job.roomId, course.signal);
  const { list, tracks: { tracks }, accent } = await materialOf({ ...job, number: 0, running: true }, publisher, studio);
  const parts = list.chapters.filter(({ turn }) => turn === job.turn);
  const cuts = cutsOf(list, parts);
  const [chapter] = parts;
  if (!chapter || cuts.length === 0) return;
  const durationMs = cuts.reduce((sum, cut) => sum + cut.durationMs, 0);
  const cutting = part('cutting', 10, 85);
  const { files } = await renderCuts(list, cuts, { studio, tracks, accent, reached: (ms) => cutting(ms / durationMs) });
  const joining = part('joining', 85, 100);
  const made = await joinCuts(studio, { cuts, files, metadata: titled(list, chapter), captions: [] }, (ms) => joining(ms / durationMs));
  await keep({ job, chapter, durationMs, madeAt: course.now() }, publisher, join(studio.folder, made));
  await clearIfOver(job, publisher, studio);
}

/** What of the list is this turn, however often it was interrupted. */
export const cutsOf = ({ cuts }: EditList, parts: readonly Chapter[]): Cut[] =>
  cuts.filter(({ offsetMs, durationMs }) => parts.some((part) => offsetMs >= part.offsetMs && offsetMs + durationMs <= part.offsetMs + part.durationMs));

const titled = ({ title, languages }: EditList, chapter: Chapter): string =>
  `;FFMETADATA1\ntitle=${[chapter.title, textIn(title, languages[0] ?? 'en') ?? ''].join(' · ').replace(/[=;#\\\n]/g, '\\$&')}\n`;

type Kept = { job: Job; chapter: Chapter; durationMs: number; madeAt: number };

async function keep({ job, chapter, durationMs, madeAt }: Kept, { archive, storage }: Publisher, file: string): Promise<void> {
  const { roomId, turn, upTo } = job;
  const id = fileId('rooms', roomId, `turn-${turn}-${upTo}.mp4`);
  const bytes = await storage.adopt(id, file);
  const detail = { participantId: chapter.participantId, title: chapter.title, durationMs, bytes };
  const unwanted = readFileId(await archive.keepClip({ roomId, turn, number: 0, upTo, fileId: id, madeAt, detail }) ?? '');
  if (unwanted) await storage.remove(unwanted);
}

/** A film of the closed room that came meanwhile has cleared the studio that this clip has filled again. */
async function clearIfOver({ roomId }: Job, { archive }: Publisher, studio: Studio): Promise<void> {
  const film = await archive.published(roomId, 'recording');
  if (film && (await archive.log(roomId, film.upTo)).some(({ type }) => type === 'RoomClosed')) await rm(studio.folder, { recursive: true, force: true });
}
