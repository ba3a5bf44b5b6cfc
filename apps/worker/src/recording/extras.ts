import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { cuesOf, languagesOf, webvtt } from '@yaji/chronicle';
import type { Chapter, Jobs } from '@yaji/contracts';
import type { ExtrasDetail, Publication } from '@yaji/persistence';
import { fileId, readFileId, type Storage } from '@yaji/platform';
import { takePictures } from '../pictures/take-pictures.ts';
import { type Course, scale } from '../progress.ts';
import { bringFilm } from './bring-film.ts';
import { type Publisher, studioFor } from './material.ts';
import type { Studio } from './studio.ts';
import { partsOf, posterOf, soundOf, spriteOf } from './take-from-film.ts';

type Job = Jobs['recording-extras'];
type Film = Extract<Publication, { kind: 'recording' }>;
type Work = { job: Job; film: Film; publisher: Publisher; studio: Studio; file: string; madeAt: number };

/**
 * Takes from the published film what else is wanted of it: its sound alone, a poster, small pictures for the time line, captions,
 * pictures for the report, and each turn as a file of its own, which take the place of those made before. Does nothing without a film.
 */
export async function makeExtras(job: Job, publisher: Publisher, course: Course): Promise<void> {
  const film = await publisher.archive.published(job.roomId, 'recording');
  const id = readFileId(film?.fileId ?? '');
  if (!film || !id) return;
  const part = scale(course.tell, course.now);
  part('reading', 0, 10)(0);
  const studio = await studioFor(publisher, job.roomId, course.signal);
  const { file, release } = await bringFilm(publisher.storage, id, studio);
  try {
    const work: Work = { job, film, publisher, studio, file, madeAt: course.now() };
    await publishExtras(work, part('writing', 10, 60));
    await recutClips(work, part('writing', 60, 100));
  } finally {
    await release();
  }
}

async function publishExtras(work: Work, reached: (fraction: number) => void): Promise<void> {
  const { film, publisher: { archive, storage }, studio, file } = work;
  const before = await archive.published(film.roomId, 'extras');
  const id = (what: string, ending: string) => fileId('rooms', film.roomId, `${what}-${film.upTo}${film.detail.number ? `-${film.detail.number}` : ''}.${ending}`);
  const [sound, poster, picture] = [id('sound', 'm4a'), id('poster', 'jpg'), id('pictures', 'jpg')];
  const soundBytes = await storage.adopt(sound, join(studio.folder, await soundOf(studio, file, film.detail.durationMs)));
  reached(0.3);
  await storage.adopt(poster, join(studio.folder, await posterOf(studio, file, posterAt(film))));
  reached(0.4);
  const { file: pictures, ...shape } = await spriteOf(studio, file, film.detail.durationMs);
  await storage.adopt(picture, join(studio.folder, pictures));
  reached(0.6);
  const taken = await takePictures(work, (fraction) => reached(0.6 + 0.3 * fraction));
  const detail: ExtrasDetail = { of: film.fileId, soundBytes, captions: await writeCaptions(work), poster, sprite: { ...shape, fileId: picture }, pictures: taken };
  const accepted = await archive.publish({ roomId: film.roomId, kind: 'extras', upTo: film.upTo, fileId: sound, madeAt: work.madeAt, detail });
  const standing = await archive.published(film.roomId, 'extras');
  const kept = new Set([...filesOf(standing), ...await archive.picturesInEditions(film.roomId)]);
  await removeUnless(storage, kept, accepted ? filesOf(before) : [sound, poster, picture, ...taken.map((one) => one.fileId)]);
}

const filesOf = (extras: Extract<Publication, { kind: 'extras' }> | null): string[] =>
  extras ? [extras.fileId, extras.detail.poster, extras.detail.sprite?.fileId, ...extras.detail.captions.map((one) => one.fileId), ...(extras.detail.pictures ?? []).map((one) => one.fileId)].filter((id) => typeof id === 'string') : [];

async function removeUnless(storage: Storage, kept: ReadonlySet<string>, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const id = readFileId(file);
    if (id && !kept.has(file)) await storage.remove(id);
  }
}

/** In the middle of the first turn: somebody is seen there. */
function posterAt({ detail: { chapters, durationMs } }: Film): number {
  const first = chapters[0];
  return first ? first.offsetMs + first.durationMs / 2 : durationMs / 2;
}

async function writeCaptions({ film, publisher: { archive, storage } }: Work): Promise<ExtrasDetail['captions']> {
  const lines = await archive.transcript(film.roomId);
  const captions: ExtrasDetail['captions'] = [];
  for (const language of languagesOf(lines)) {
    const cues = cuesOf(lines, { pieces: film.detail.pieces ?? [], language, without: film.detail.order?.without ?? [] });
    const id = fileId('rooms', film.roomId, `captions-${film.upTo}-${randomUUID().slice(0, 8)}-${language.toLowerCase()}.vtt`);
    if (cues.length === 0) continue;
    await storage.write(id, webvtt(cues));
    captions.push({ language, fileId: id });
  }
  return captions;
}

/** Turns that are no more in the film, because somebody was left out, have no file either. */
async function recutClips(work: Work, reached: (fraction: number) => void): Promise<void> {
  const { film, publisher: { archive, storage } } = work;
  const turns = Map.groupBy(film.detail.chapters, ({ turn }) => turn);
  let done = 0;
  for (const [turn, parts] of turns) {
    await recut(work, turn, parts);
    done += 1;
    reached(done / turns.size);
  }
  for (const clip of await archive.clips(film.roomId)) {
    const id = readFileId(clip.fileId);
    if (turns.has(clip.turn) || clip.upTo > film.upTo) continue;
    await archive.dropClip(clip);
    if (id) await storage.remove(id);
  }
}

async function recut({ film, publisher: { archive, storage }, studio, file, madeAt }: Work, turn: number, parts: readonly Chapter[]): Promise<void> {
  const [first] = parts;
  if (!first) return;
  const { roomId, upTo, detail: { number = 0 } } = film;
  const id = fileId('rooms', roomId, `turn-${turn}-${upTo}-${number}.mp4`);
  const bytes = await storage.adopt(id, join(studio.folder, await partsOf(studio, file, parts)));
  const durationMs = parts.reduce((sum, part) => sum + part.durationMs, 0);
  const detail = { participantId: first.participantId, title: first.title, durationMs, bytes };
  const unwanted = readFileId(await archive.keepClip({ roomId, turn, number, upTo, fileId: id, madeAt, detail }) ?? '');
  if (unwanted) await storage.remove(unwanted);
}
