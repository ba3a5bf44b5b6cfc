import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Sitting, sittingsOf, turnsOf } from '@yaji/chronicle';
import type { Publication, TakenPicture } from '@yaji/persistence';
import { fileId } from '@yaji/platform';
import { fileTime, piecesOf } from '@yaji/salon';
import { materialOf, type Publisher } from '../recording/material.ts';
import type { Studio } from '../recording/studio.ts';
import { type Moment, pictureAt, sharpest } from './take-picture.ts';

type Film = Extract<Publication, { kind: 'recording' }>;
/** `file`: the film as a file of the studio. */
type Work = { film: Film; file: string; publisher: Publisher; studio: Studio };

/**
 * Takes and stores the report's pictures: somebody of each topic out of their own track, the stage out of the film. Where nothing is to be seen there
 * is no picture.
 */
export async function takePictures(work: Work, reached: (fraction: number) => void): Promise<TakenPicture[]> {
  const { film, file, publisher, studio } = work;
  const { list, tracks: { tracks } } = await materialOf({ roomId: film.roomId, upTo: film.upTo, number: film.detail.number ?? 0 }, publisher, studio);
  const sittings = sittingsOf({ list, tracks, turns: turnsOf(await publisher.archive.log(film.roomId, film.upTo)) });
  const taken: TakenPicture[] = [];
  for (const [index, sitting] of sittings.entries()) {
    const track = tracks.find(({ trackId }) => trackId === sitting.trackId);
    const source = track ? { file: track.file, moments: sitting.moments.map((at) => ({ at, inFileMs: at - track.startedAt })) } : { file, moments: inFilm(film, sitting) };
    taken.push(...await take({ ...work, sitting, ...source }));
    reached((index + 1) / sittings.length);
  }
  return taken;
}

function inFilm({ detail }: Film, { moments }: Sitting): Moment[] {
  const pieces = piecesOf({ ...detail, pieces: detail.pieces ?? [] });
  return moments.map((at) => ({ at, inFileMs: fileTime(pieces, at) }));
}

type Taking = Work & { sitting: Sitting; moments: readonly Moment[] };

async function take({ film, sitting, file, moments, publisher: { storage }, studio }: Taking): Promise<TakenPicture[]> {
  const best = await sharpest(studio, file, moments);
  if (!best) return [];
  const { pictureId, kind, itemId, topicId, turn, shows } = sitting;
  const { made, width, height } = await pictureAt(studio, file, best);
  // An approved edition keeps its pictures: those of another film, or of another try, never take their place.
  const id = fileId('rooms', film.roomId, `picture-${pictureId}-${film.upTo}-${randomUUID().slice(0, 8)}.jpg`);
  await storage.adopt(id, join(studio.folder, made));
  return [{ pictureId, at: best.at, kind, itemId, topicId, turn, shows, width, height, fileId: id }];
}
