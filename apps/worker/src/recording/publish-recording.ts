import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { editList, type EditList } from '@yaji/chronicle';
import type { Jobs, MissingPart } from '@yaji/contracts';
import type { Publication } from '@yaji/persistence';
import { fileId, readFileId, type Storage } from '@yaji/platform';
import type { Archive } from '../archive.ts';
import { type Course, scale } from '../progress.ts';
import { defaultAccent } from './cards.ts';
import { joinCuts } from './join.ts';
import { MAKE, renderCuts } from './render-cuts.ts';
import { settled } from './settled.ts';
import type { Studio } from './studio.ts';
import { readTracks, type Tracks } from './tracks.ts';

/** `dataDir`: where the recorder leaves its tracks and the studio works. */
export type Publisher = { archive: Archive; storage: Storage; dataDir: string; ffmpeg: string };
type Job = Jobs['recording-publish'];
type Made = { list: EditList; tracks: Tracks; accent: string; digest: string };

/**
 * Makes one playable file of what a room has recorded up to event `upTo`, and publishes it in the place of an earlier one. Run again it
 * takes up what is already made, and does nothing when the same has been published. Nothing recorded: nothing published.
 */
export async function publishRecording(job: Job, publisher: Publisher, course: Course): Promise<void> {
  const before = await standing(publisher, job);
  if (before && before.upTo >= job.upTo) return;
  const part = scale(course.tell, course.now);
  const studio = await studioFor(job, publisher, course.signal);
  part('reading', 0, 3)(0);
  const made = await read(job, publisher, studio);
  if (before?.detail.digest === made.digest) await publisher.archive.publish({ ...before, upTo: job.upTo });
  else if (made.list.durationMs > 0) await produce(job, publisher, { studio, made, part, madeAt: course.now, before });
  await tidy(job, publisher);
}

type Production = { studio: Studio; made: Made; part: ReturnType<typeof scale>; madeAt: () => number; before: Publication | null };

async function produce(job: Job, publisher: Publisher, { studio, made, part, madeAt, before }: Production): Promise<void> {
  const cutting = part('cutting', 3, 90);
  const { files, missing } = await renderCuts(made.list, {
    studio, tracks: made.tracks.tracks, accent: made.accent, reached: (ms) => cutting(ms / made.list.durationMs),
  });
  const joining = part('joining', 90, 98);
  const film = await joinCuts(studio, made.list, files, (ms) => joining(ms / made.list.durationMs));
  part('storing', 98, 100)(0);
  await store(job, publisher, { film: join(studio.folder, film), madeAt: madeAt(), made, missing, before });
}

/** What is published now; a row whose file has been lost counts for nothing. */
async function standing({ archive, storage }: Publisher, { roomId }: Job): Promise<Extract<Publication, { kind: 'recording' }> | null> {
  const row = await archive.published(roomId, 'recording');
  const id = readFileId(row?.fileId ?? '');
  return id && (await storage.sizeOf(id)) !== null ? row : null;
}

const roomFolder = ({ dataDir }: Publisher, { roomId }: Job): string => join(dataDir, 'rooms', roomId);

async function studioFor(job: Job, publisher: Publisher, signal: AbortSignal): Promise<Studio> {
  const folder = join(roomFolder(publisher, job), `studio-${job.upTo}`);
  await mkdir(folder, { recursive: true });
  return { ffmpeg: publisher.ffmpeg, folder, signal };
}

/** Removes the studio of this job, and those of jobs that it supersedes. */
async function tidy(job: Job, publisher: Publisher): Promise<void> {
  const folder = roomFolder(publisher, job);
  const studios = (await readdir(folder)).filter((name) => Number(/^studio-(\d+)$/.exec(name)?.[1] ?? Infinity) <= job.upTo);
  await Promise.all(studios.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

async function read(job: Job, publisher: Publisher, studio: Studio): Promise<Made> {
  const log = await publisher.archive.log(job.roomId, job.upTo);
  const folder = join(roomFolder(publisher, job), 'tracks');
  await settled(folder, log.at(-1)?.at ?? 0, studio.signal);
  const tracks = await readTracks(studio, folder);
  const list = editList(log, tracks.tracks);
  const accent = (await publisher.archive.salonOf(job.roomId)).accent ?? defaultAccent;
  const ingredients = [MAKE, list, accent, tracks.tracks.map(({ signature }) => signature)];
  return { list, tracks, accent, digest: createHash('sha256').update(JSON.stringify(ingredients)).digest('hex') };
}

type Result = { film: string; madeAt: number; made: Made; missing: MissingPart[]; before: Publication | null };

async function store(job: Job, { archive, storage }: Publisher, { film, madeAt, made, missing, before }: Result): Promise<void> {
  const id = fileId('rooms', job.roomId, `recording-${job.upTo}.mp4`);
  await storage.adopt(id, film);
  const { durationMs, startedAt, chapters } = made.list;
  const accepted = await archive.publish({
    roomId: job.roomId, kind: 'recording', upTo: job.upTo, fileId: id, madeAt,
    detail: {
      durationMs, startedAt: startedAt ?? 0, chapters, digest: made.digest,
      missing: [...missingTracks(made), ...unheardParts(made.list), ...missing],
    },
  });
  // Whatever stands now, its file stays.
  const superseded = accepted ? before?.fileId : id;
  const current = accepted ? id : (await archive.published(job.roomId, 'recording'))?.fileId;
  const old = readFileId(superseded ?? '');
  if (old && old !== current) await storage.remove(old);
}

/** Only tracks of people who had the floor while it was recorded can be missed. */
const missingTracks = ({ list, tracks }: Made): MissingPart[] => {
  const speakers = new Set(list.chapters.map(({ participantId }) => participantId));
  return tracks.missing.filter(({ participantId }) => participantId !== null && speakers.has(participantId));
};

const unheardParts = ({ unheard }: EditList): MissingPart[] =>
  unheard.map((part) => ({ what: 'sound', why: 'not-recorded', trackId: null, ...part }));
