import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { asItWas, editList, type EditList } from '@yaji/chronicle';
import type { RecordingOrder, RoomId, TranscriptLine } from '@yaji/contracts';
import type { Storage } from '@yaji/platform';
import type { Archive } from '../archive.ts';
import { fetchTracks } from './fetch-tracks.ts';
import { defaultAccent } from './picture/look.ts';
import { MAKE } from './render-cuts.ts';
import { onDisk, settled } from './settled.ts';
import type { Studio } from './studio.ts';
import { readTracks, type Tracks } from './tracks.ts';

/** `dataDir`: where the recorder leaves its tracks and the studio works. */
export type Publisher = { archive: Archive; storage: Storage; dataDir: string; ffmpeg: string };

/** What a film is made from. `digest` changes when a film of it would be another; `isOver`: the room is closed. */
export type Material = {
  list: EditList; tracks: Tracks; accent: string; order: RecordingOrder | null; lines: TranscriptLine[]; digest: string; isOver: boolean;
};

export const roomFolder = ({ dataDir }: Pick<Publisher, 'dataDir'>, roomId: RoomId): string => join(dataDir, 'rooms', roomId);

/** All films and clips of a room are made in one studio, so that no cut is made twice. */
export async function studioFor(publisher: Publisher, roomId: RoomId, signal: AbortSignal): Promise<Studio> {
  const folder = join(roomFolder(publisher, roomId), 'studio');
  await mkdir(folder, { recursive: true });
  return { ffmpeg: publisher.ffmpeg, folder, signal };
}

type Wanted = { roomId: RoomId; upTo: number; number: number; /** The tracks may still be growing: only what is before the last event, or before `until` (UTC ms), is wanted. */ running?: boolean; until?: number };

/** Reads the room up to an event, once what was recorded until then is on disk. */
export async function materialOf({ roomId, upTo, number, running = false, until }: Wanted, publisher: Publisher, studio: Studio): Promise<Material> {
  const { archive } = publisher;
  const log = await archive.log(roomId, upTo);
  const folder = join(roomFolder(publisher, roomId), 'tracks');
  const endsAt = until ?? log.at(-1)?.at ?? 0;
  await fetchTracks(roomId, publisher, studio.signal, running ? { patienceMs: 4_000 } : {});
  await (running ? onDisk(endsAt, studio.signal) : settled(folder, endsAt, studio.signal));
  const [tracks, order, { accent: own }, lines] = await Promise.all([
    readTracks(studio, folder), archive.order(roomId, number), archive.salonOf(roomId), archive.transcript(roomId),
  ]);
  const list = editList(log, tracks.tracks, order ?? asItWas, until);
  const accent = own ?? defaultAccent;
  const ingredients = [MAKE, list, accent, tracks.tracks.map(({ signature }) => signature), lines];
  return { list, tracks, accent, order, lines, digest: createHash('sha256').update(JSON.stringify(ingredients)).digest('hex'), isOver: log.some(({ type }) => type === 'RoomClosed') };
}
