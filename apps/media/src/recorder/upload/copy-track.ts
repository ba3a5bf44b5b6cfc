import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pieceId, piecesIn, sidecarId, type Storage, unbroken } from '@yaji/platform';

/** A track on disk. Its folder holds `<trackId>.mkv` and `<trackId>.json`. */
export type LocalTrack = { roomId: string; trackId: string; folder: string };
/** How far a track has been copied. `firstBytes`: the length of its first piece. */
export type Copied = { bytes: number; firstBytes: number; sidecar: string };

/** What lies in memory of a track that is being copied; after an hour without the storage it is caught up in pieces of this size. */
const pieceBytes = 2 * 1024 * 1024;

/** What the storage has already, also of a process that was killed. */
export async function copiedBefore({ roomId, trackId }: LocalTrack, storage: Storage): Promise<Copied> {
  const pieces = (await piecesIn(storage, roomId, trackId)).get(trackId) ?? [];
  return { bytes: unbroken(pieces), firstBytes: pieces[0]?.from === 0 ? pieces[0].bytes : 0, sidecar: '' };
}

/**
 * Copies what has come since: whole pieces of at most 2 MB, then the sidecar that was there before them. Answers true once the track is
 * closed and the storage has every byte of it. Changes `copied` after each piece that is safe, so that a failure loses nothing.
 */
export async function copyTrack(track: LocalTrack, copied: Copied, storage: Storage, isStopped: () => boolean): Promise<boolean> {
  const { roomId, trackId, folder } = track;
  const file = join(folder, `${trackId}.mkv`);
  const sidecar = await readFile(join(folder, `${trackId}.json`), 'utf8');
  const { size } = await stat(file);
  while (copied.bytes < size) {
    if (isStopped()) return false;
    const piece = await bytesOf(file, copied.bytes, Math.min(pieceBytes, size - copied.bytes));
    await storage.write(pieceId(roomId, trackId, copied.bytes), piece);
    if (copied.bytes === 0) copied.firstBytes = piece.length;
    copied.bytes += piece.length;
  }
  if (sidecar === copied.sidecar) return false;
  const isClosed = (JSON.parse(sidecar) as { endedAtMs: number | null }).endedAtMs !== null;
  // Closing writes the duration into the head.
  if (isClosed && copied.firstBytes > 0) await storage.write(pieceId(roomId, trackId, 0), await bytesOf(file, 0, copied.firstBytes));
  await storage.write(sidecarId(roomId, trackId), sidecar);
  copied.sidecar = sidecar;
  if (!isClosed) return false;
  const there = await copiedBefore(track, storage);
  if (there.bytes >= size) return true;
  Object.assign(copied, there);
  return false;
}

/** Whether every byte that the storage has of a closed track is the one on disk. Removes pieces that are not, so that they are copied again. */
export async function isSame(track: LocalTrack, storage: Storage): Promise<boolean> {
  const file = join(track.folder, `${track.trackId}.mkv`);
  const pieces = (await piecesIn(storage, track.roomId, track.trackId)).get(track.trackId) ?? [];
  let differ = 0;
  for (const { id, from, bytes } of pieces) {
    const [here, there] = [await bytesOf(file, from, bytes), await readAll(storage, id)];
    if (here.equals(there)) continue;
    differ += 1;
    await storage.remove(id);
  }
  return differ === 0 && unbroken(pieces) === (await stat(file)).size;
}

async function readAll(storage: Storage, id: ReturnType<typeof pieceId>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of storage.open(id)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function bytesOf(path: string, from: number, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(length);
    let read = 0;
    for (let more = 1; more > 0 && read < length; read += more) more = (await file.read(bytes, read, length - read, from + read)).bytesRead;
    return bytes.subarray(0, read);
  } finally {
    await file.close();
  }
}
