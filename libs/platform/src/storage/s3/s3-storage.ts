import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Bucket } from '../../configuration/storage-setting.ts';
import { fileId, type FileId, foldersOf, readFileId } from '../file-id.ts';
import type { Storage, StoredFile } from '../storage.ts';
import { pulled } from './pulled.ts';
import { openBucket, type OpenBucket, type S3Options } from './open-bucket.ts';
import { away, faultOf, isMissing } from './s3-faults.ts';

/** The protocol's smallest part; two are on their way at once, so that a file of any size takes some 20 MB of memory. */
const partBytes = 5 * 1024 * 1024;
const partsAtOnce = 2;

/**
 * Files in a bucket of any server that speaks S3. Everything sent carries its SHA-256, which the server compares, and its size is asked
 * for afterwards. Loads its client when called: that is as large as the rest of a program.
 */
export async function s3Storage(options: S3Options): Promise<Storage> {
  const bucket = await openBucket(options);
  const { sdk, client, place } = bucket;
  const { sizeOf, writeInParts, writeAtOnce, whole } = writingTo(bucket);
  return {
    write: async (id, source) => (source instanceof Readable ? writeInParts(id, source) : writeAtOnce(id, Buffer.from(source))),
    adopt: async (id, localFile) => {
      const { size } = await stat(localFile);
      await writeInParts(id, createReadStream(localFile));
      await whole(id, size);
      await rm(localFile);
      return size;
    },
    sizeOf: async (id) => sizeOf(id),
    open: (id, range) => {
      const wanted = { ...keyOf(place, id), ...(range ? { Range: `bytes=${range.from}-${range.to}` } : {}) };
      return pulled({
        open: async (abortSignal) => (await client.send(new sdk.GetObjectCommand(wanted), { abortSignal })).Body as Readable,
        fault: (cause) => brokenOff(place, cause),
        late: () => away(place, 'does not answer', false),
      });
    },
    list: async (folder) => {
      const files: StoredFile[] = [];
      const pages = sdk.paginateListObjectsV2({ client }, { Bucket: place.bucket, Prefix: `${place.prefix}${foldersOf(folder).join('/')}/` });
      await named(place, async () => {
        for await (const { Contents = [] } of pages) files.push(...Contents.flatMap(({ Key = '', Size = 0 }) => stored(Key.slice(place.prefix.length), Size)));
      });
      return files.sort((one, other) => (one.id < other.id ? -1 : 1));
    },
    remove: async (id) => {
      await named(place, () => client.send(new sdk.DeleteObjectCommand(keyOf(place, id))));
    },
  };
}

function writingTo({ sdk, Upload, client, place }: OpenBucket) {
  const sizeOf = (id: FileId): Promise<number | null> => named(place, async () => {
    try {
      return (await client.send(new sdk.HeadObjectCommand(keyOf(place, id)))).ContentLength ?? null;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  });
  const whole = async (id: FileId, bytes: number): Promise<number> => {
    const kept = await sizeOf(id);
    if (kept !== bytes) throw away(place, `has ${kept ?? 'none'} of ${bytes} bytes that it took`, false);
    return bytes;
  };
  return {
    sizeOf, whole,
    writeAtOnce: async (id: FileId, Body: Buffer): Promise<number> => {
      await named(place, () => client.send(new sdk.PutObjectCommand({ ...keyOf(place, id), Body, ContentLength: Body.length, ChecksumAlgorithm: 'SHA256' })));
      return whole(id, Body.length);
    },
    writeInParts: async (id: FileId, source: Readable): Promise<number> => {
      const counter = { bytes: 0 };
      const params = { ...keyOf(place, id), Body: Readable.from(counted(source, counter), { objectMode: false }), ChecksumAlgorithm: 'SHA256' as const };
      await named(place, () => new Upload({ client, params, partSize: partBytes, queueSize: partsAtOnce }).done());
      return whole(id, counter.bytes);
    },
  };
}

const keyOf = (place: Bucket, id: FileId) => ({ Bucket: place.bucket, Key: place.prefix + fileId(id) });

/** What fails is called by the house's names. */
async function named<T>(place: Bucket, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw faultOf(place, error);
  }
}

const stored = (key: string, bytes: number): StoredFile[] => {
  const id = readFileId(key);
  return id === null ? [] : [{ id, bytes }];
};

async function* counted(source: Readable, counter: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of source as AsyncIterable<Uint8Array | string>) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    counter.bytes += bytes.length;
    yield bytes;
  }
}

/** In the middle of a body the client no longer marks its faults. */
const brokenOff = (place: Bucket, cause: unknown): unknown => {
  const called = faultOf(place, cause);
  return called === cause ? away(place, 'broke off in the middle of a file', false) : called;
};
