import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileId, type FileId, foldersOf, readFileId } from './file-id.ts';
import { StorageFull, type Storage, type StoredFile } from './storage.ts';

const codeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined);
const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';

/** The name is only made good once the bytes are on the disk. */
async function settle(unfinished: string, place: string): Promise<number> {
  const file = await open(unfinished, 'r+');
  try {
    await file.sync();
    await rename(unfinished, place);
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    await copyFile(from, to);
    await rm(from);
  }
}

/** Files below one folder of this machine. */
export function localStorage(folder: string): Storage {
  const placeOf = (id: FileId): string => join(folder, ...fileId(id).split('/'));

  const place = async (id: FileId, bring: (unfinished: string) => Promise<void>): Promise<number> => {
    const target = placeOf(id);
    const unfinished = `${target}.${randomUUID()}.part`;
    try {
      await mkdir(dirname(target), { recursive: true });
      await bring(unfinished);
      return await settle(unfinished, target);
    } catch (error) {
      await rm(unfinished, { force: true });
      if (codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT') throw new StorageFull(folder, error);
      throw error;
    }
  };

  const sizeOf = async (id: FileId): Promise<number | null> => {
    try {
      return (await stat(placeOf(id))).size;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  };

  return {
    write: async (id, source) => {
      const stream = source instanceof Readable ? source : Readable.from([source]);
      return place(id, (unfinished) => pipeline(stream, createWriteStream(unfinished, { flags: 'wx' })));
    },
    adopt: async (id, localFile) => place(id, (unfinished) => move(localFile, unfinished)),
    sizeOf,
    open: (id, range) => createReadStream(placeOf(id), range ? { start: range.from, end: range.to } : {}),
    list: async (within) => {
      const files: StoredFile[] = [];
      for (const id of (await idsBelow(folder, join(folder, ...foldersOf(within)))).sort()) {
        const bytes = await sizeOf(id);
        if (bytes !== null) files.push({ id, bytes });
      }
      return files;
    },
    remove: async (id) => rm(placeOf(id), { force: true }),
  };
}

/** What is being written has no id yet. */
async function idsBelow(root: string, below: string): Promise<FileId[]> {
  const names = await readdir(below, { recursive: true }).catch((cause: unknown) => {
    if (isMissing(cause)) return [];
    throw cause;
  });
  return names.map((name) => readFileId(relative(root, join(below, name)).split(sep).join('/'))).filter((id) => id !== null);
}
