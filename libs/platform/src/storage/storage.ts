import type { Readable } from 'node:stream';
import type { FileId } from './file-id.ts';

/** First and last byte, both included, counted from 0. */
export type ByteRange = { from: number; to: number };

/**
 * Where finished files are kept. A file is there whole or not at all; one of the same id is superseded whole.
 * Fails with `StorageFull` when there is no room, with the port's own error otherwise.
 */
export type Storage = {
  /** Writes beside and renames; answers how many bytes. */
  write(id: FileId, source: Readable | Uint8Array | string): Promise<number>;
  /** Takes over a file that a program made on this machine; it is gone from where it was. */
  adopt(id: FileId, localFile: string): Promise<number>;
  /** Null when there is none. */
  sizeOf(id: FileId): Promise<number | null>;
  /** The file's bytes, or those of the range; the range must lie within its size. */
  open(id: FileId, range?: ByteRange): Readable;
  /** Removing what is not there is no error. */
  remove(id: FileId): Promise<void>;
};

export class StorageFull extends Error {
  override readonly name = 'StorageFull';
  constructor(folder: string, cause: unknown) {
    super(`There is no room left in ${folder}: free some space or set YAJI_DATA_DIR to a larger disk.`, { cause });
  }
}
