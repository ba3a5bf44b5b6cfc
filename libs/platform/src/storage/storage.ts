import type { Readable } from 'node:stream';
import type { FileId } from './file-id.ts';

/** First and last byte, both included, counted from 0. */
export type ByteRange = { from: number; to: number };
export type StoredFile = { id: FileId; bytes: number };

/**
 * Where finished files are kept. A file is there whole or not at all; one of the same id is superseded whole.
 * Fails with `StorageFull` when there is no room, with `StorageAway` when it lies elsewhere and cannot be used, with the port's own error otherwise.
 */
export type Storage = {
  /** Answers how many bytes there are now, all of them safe. What the source breaks with is passed on. */
  write(id: FileId, source: Readable | Uint8Array | string): Promise<number>;
  /** Takes over a file that a program made on this machine; it is gone from where it was, but only once all of it is kept. */
  adopt(id: FileId, localFile: string): Promise<number>;
  /** Null when there is none. */
  sizeOf(id: FileId): Promise<number | null>;
  /**
   * The file's bytes, or those of the range; the range must lie within its size. No more is fetched than is read, and nothing once the
   * stream is destroyed. The stream breaks with code ENOENT when there is no such file.
   */
  open(id: FileId, range?: ByteRange): Readable;
  /** What lies in the folder (`rooms/7f3a`) and the folders in it, in the order of the ids. */
  list(folder: string): Promise<StoredFile[]>;
  /** Removing what is not there is no error. */
  remove(id: FileId): Promise<void>;
};

/** `place` and `remedy` are words for the operator. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull';
  constructor(place: string, cause: unknown, remedy = 'free some space or set YAJI_DATA_DIR to a larger disk') {
    super(`There is no room left in ${place}: ${remedy}.`, { cause });
  }
}

/** A storage elsewhere that cannot be used now. Carries words alone: what it was asked with holds keys. */
export class StorageAway extends Error {
  override readonly name = 'StorageAway';
  /** `isRefusal`: it answered, and will answer the same until a setting is mended. */
  constructor(sentence: string, readonly isRefusal: boolean) {
    super(sentence);
  }
}
