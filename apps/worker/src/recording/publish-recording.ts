import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cuesOf, type EditList, languagesOf, webvtt } from '@yaji/chronicle';
import type { Jobs, Language, MissingPart } from '@yaji/contracts';
import type { Publication } from '@yaji/persistence';
import { fileId, readFileId } from '@yaji/platform';
import { type Course, scale } from '../progress.ts';
import { joinCuts, metadataOf } from './join.ts';
import { type Material, materialOf, type Publisher, roomFolder, studioFor } from './material.ts';
import { renderCuts } from './render-cuts.ts';
import type { Studio } from './studio.ts';

type Job = Jobs['recording-publish'];
type Film = Extract<Publication, { kind: 'recording' }>;

/**
 * Makes one playable file of what a room has recorded up to event `upTo`, in the way of order `order`, and publishes it in the place of an
 * earlier one. Run again it takes up what is already made, and does nothing when the same has been published. Nothing recorded: nothing published.
 */
export async function publishRecording(job: Job, publisher: Publisher, course: Course): Promise<void> {
  const before = await standing(publisher, job);
  if (before && isAsNew(before, job)) return;
  const part = scale(course.tell, course.now);
  const studio = await studioFor(publisher, job.roomId, course.signal);
  part('reading', 0, 3)(0);
  const material = await materialOf({ ...job, number: job.order }, publisher, studio);
  if (before?.detail.digest === material.digest) await publisher.archive.publish({ ...before, upTo: job.upTo, detail: { ...before.detail, number: job.order } });
  else if (material.list.durationMs > 0) await produce(job, publisher, { studio, material, part, madeAt: course.now, before });
  // While the room goes on, clips and the next film take up the cuts.
  if (material.isOver) await rm(studio.folder, { recursive: true, force: true });
  await removeOldStudios(job, publisher);
}

const isAsNew = ({ upTo, detail }: Film, job: Job): boolean => upTo > job.upTo || (upTo === job.upTo && (detail.number ?? 0) >= job.order);

type Production = { studio: Studio; material: Material; part: ReturnType<typeof scale>; madeAt: () => number; before: Film | null };

async function produce(job: Job, publisher: Publisher, { studio, material, part, madeAt, before }: Production): Promise<void> {
  const { list, tracks: { tracks }, accent } = material;
  const cutting = part('cutting', 3, 88);
  const { files, missing } = await renderCuts(list, list.cuts, { studio, tracks, accent, reached: (ms) => cutting(ms / list.durationMs) });
  const joining = part('joining', 88, 98);
  // The last turn is written down while the cuts are made.
  const lines = await publisher.archive.transcript(job.roomId);
  const film = await joinCuts(studio, { cuts: list.cuts, files, metadata: metadataOf(list), captions: captionsOf({ ...material, lines }) }, (ms) => joining(ms / list.durationMs));
  part('storing', 98, 100)(0);
  await store(job, publisher, { film: join(studio.folder, film), madeAt: madeAt(), material, missing, before });
}

/** The captions of a film, a file for each language that something was written down in. */
export const captionsOf = ({ lines, list, order }: Pick<Material, 'lines' | 'list' | 'order'>): { language: Language; vtt: string }[] =>
  languagesOf(lines).flatMap((language) => {
    const cues = cuesOf(lines, { pieces: list.pieces, language, without: order?.without ?? [] });
    return cues.length === 0 ? [] : [{ language, vtt: webvtt(cues) }];
  });

/** What is published now; a row whose file has been lost counts for nothing. */
async function standing({ archive, storage }: Publisher, { roomId }: Job): Promise<Film | null> {
  const row = await archive.published(roomId, 'recording');
  const id = readFileId(row?.fileId ?? '');
  return id && (await storage.sizeOf(id)) !== null ? row : null;
}

/** Until 0.2 each film had a studio of its own. */
async function removeOldStudios(job: Job, publisher: Publisher): Promise<void> {
  const folder = roomFolder(publisher, job.roomId);
  const old = (await readdir(folder)).filter((name) => /^studio-\d+$/.test(name));
  await Promise.all(old.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

type Result = { film: string; madeAt: number; material: Material; missing: MissingPart[]; before: Film | null };

async function store(job: Job, { archive, storage }: Publisher, { film, madeAt, material, missing, before }: Result): Promise<void> {
  const id = fileId('rooms', job.roomId, `recording-${job.upTo}${job.order > 0 ? `-${job.order}` : ''}.mp4`);
  const bytes = await storage.adopt(id, film);
  const { durationMs, startedAt, chapters, pieces } = material.list;
  const accepted = await archive.publish({
    roomId: job.roomId, kind: 'recording', upTo: job.upTo, fileId: id, madeAt,
    detail: {
      durationMs, startedAt: startedAt ?? 0, chapters, pieces, bytes, number: job.order, order: material.order, digest: material.digest,
      missing: [...missingTracks(material), ...unheardParts(material.list), ...missing],
    },
  });
  // Whatever stands now, its file stays.
  const superseded = accepted ? before?.fileId : id;
  const current = accepted ? id : (await archive.published(job.roomId, 'recording'))?.fileId;
  const old = readFileId(superseded ?? '');
  if (old && old !== current) await storage.remove(old);
}

/** Only tracks of people who had the floor while it was recorded can be missed. */
const missingTracks = ({ list, tracks }: Material): MissingPart[] => {
  const speakers = new Set(list.chapters.map(({ participantId }) => participantId));
  return tracks.missing.filter(({ participantId }) => participantId !== null && speakers.has(participantId));
};

const unheardParts = ({ unheard }: EditList): MissingPart[] => unheard.map((part) => ({ what: 'sound', trackId: null, ...part }));
