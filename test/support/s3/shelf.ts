import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export type Kept = { file: string; bytes: number; etag: string; sha256: string | null };

/** An answer in the protocol's own words. */
export class Complaint extends Error {
  constructor(readonly status: number, readonly code: string) {
    super(code);
  }
}

/** Takes a body to disk and compares it with the digests that came with it. */
export async function take(request: IncomingMessage, folder: string): Promise<Kept> {
  const file = join(folder, randomUUID());
  const [sha256, md5] = [createHash('sha256'), createHash('md5')];
  let bytes = 0;
  await pipeline(request, async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      sha256.update(chunk);
      md5.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }, createWriteStream(file));
  const digest = sha256.digest();
  const signed = String(request.headers['x-amz-content-sha256']);
  const checksum = request.headers['x-amz-checksum-sha256'];
  const isAsSaid = (signed === 'UNSIGNED-PAYLOAD' || signed === digest.toString('hex')) && (checksum === undefined || checksum === digest.toString('base64'));
  if (!isAsSaid) {
    await rm(file);
    throw new Complaint(400, 'BadDigest');
  }
  return { file, bytes, etag: `"${md5.digest('hex')}"`, sha256: checksum === undefined ? null : digest.toString('base64') };
}

/** One file of several parts. */
export async function glue(parts: readonly Kept[], folder: string): Promise<Kept> {
  const file = join(folder, randomUUID());
  await pipeline(async function* () {
    for (const part of parts) yield* createReadStream(part.file);
  }, createWriteStream(file));
  await Promise.all(parts.map((part) => rm(part.file)));
  return { file, bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0), etag: `"${randomUUID()}-${parts.length}"`, sha256: null };
}
