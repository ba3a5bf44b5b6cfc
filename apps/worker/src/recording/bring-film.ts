import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FileId, Storage } from '@yaji/platform';
import type { Studio } from './studio.ts';

/** A published file as a file of the studio, wherever it is stored: programs read files. `release` removes the copy. */
export async function bringFilm(storage: Storage, id: FileId, studio: Studio): Promise<{ file: string; release: () => Promise<void> }> {
  const file = `film-${randomUUID()}.mp4`;
  const release = (): Promise<void> => rm(join(studio.folder, file), { force: true });
  try {
    await pipeline(storage.open(id), createWriteStream(join(studio.folder, file)), { signal: studio.signal });
  } catch (cause) {
    await release();
    throw cause;
  }
  return { file, release };
}
