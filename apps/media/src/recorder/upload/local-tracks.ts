import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFileId } from '@yaji/platform';
import type { LocalTrack } from './copy-track.ts';

/** `stored`: since when the storage has all of it (UTC ms); null: not yet. */
export type FoundTrack = LocalTrack & { storedAt: number | null };

const orNone = (cause: unknown): string[] => {
  if (typeof cause === 'object' && cause !== null && 'code' in cause && ['ENOENT', 'ENOTDIR'].includes(String(cause.code))) return [];
  throw cause;
};

/** The rooms that have left something on this machine. */
export const roomsIn = (dataDir: string): Promise<string[]> => readdir(join(dataDir, 'rooms')).catch(orNone);

export const tracksFolder = (dataDir: string, roomId: string): string => join(dataDir, 'rooms', roomId, 'tracks');

/** The tracks that were recorded here; those that a worker has fetched (`.fetched`) are not. */
export async function tracksOf(dataDir: string, roomId: string): Promise<FoundTrack[]> {
  const folder = tracksFolder(dataDir, roomId);
  const names = new Set(await readdir(folder).catch(orNone));
  const found: FoundTrack[] = [];
  for (const name of names) {
    const trackId = name.endsWith('.json') ? name.slice(0, -'.json'.length) : '';
    const isOurs = names.has(`${trackId}.mkv`) && !names.has(`${trackId}.fetched`) && readFileId(`rooms/${roomId}/tracks/${trackId}/0.mkv`) !== null;
    if (!isOurs) continue;
    const storedAt = names.has(`${trackId}.stored`) ? (await stat(join(folder, `${trackId}.stored`))).mtimeMs : null;
    found.push({ roomId, trackId, folder, storedAt });
  }
  return found;
}

const mark = ({ folder, trackId }: LocalTrack): string => join(folder, `${trackId}.stored`);
/** So that nobody asks the storage again, also after a restart. */
export const markStored = (track: LocalTrack): Promise<void> => writeFile(mark(track), '');
export const unmark = (track: LocalTrack): Promise<void> => rm(mark(track), { force: true });

/** The mark goes last: whatever is left of a track that was being removed is not copied again. */
export async function removeTrack({ folder, trackId }: LocalTrack): Promise<void> {
  for (const ending of ['mkv', 'json', 'stored']) await rm(join(folder, `${trackId}.${ending}`), { force: true });
}
