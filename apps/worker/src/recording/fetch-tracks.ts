import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { RoomId } from '@yaji/contracts';
import { type Piece, piecesIn, sidecarId, type Storage, unbroken } from '@yaji/platform';

export type Fetching = { storage: Storage; dataDir: string };
/** `lookEveryMs`: longer than a media node takes to copy what is new. `patienceMs`: a track whose process died is never closed. */
type Waiting = { lookEveryMs?: number; patienceMs?: number };

const usualLookEveryMs = 4_000;
const usualPatienceMs = 20_000;
/** What was fetched is needed for one recording and its second thoughts; the storage has it. */
const keptMs = 24 * 3_600_000;

const codeOf = (cause: unknown): unknown => (typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null);
const sizeOf = async (file: string): Promise<number> => (await stat(file).catch((cause: unknown) => {
  if (codeOf(cause) === 'ENOENT') return null;
  throw cause;
}))?.size ?? -1;

/**
 * Brings the tracks of a room that the storage has and this machine has not, or less of, into its folder of tracks. Where there are some,
 * the room was recorded elsewhere: then it waits until nothing new comes and every track is closed, twenty seconds at most. A hole among
 * the pieces of a track ends it there. Fails with `StorageAway`.
 */
export async function fetchTracks(roomId: RoomId, fetching: Fetching, signal: AbortSignal, { lookEveryMs = usualLookEveryMs, patienceMs = usualPatienceMs }: Waiting = {}): Promise<void> {
  await sweep(fetching.dataDir);
  let before = '';
  for (let waitedMs = 0; ; waitedMs += lookEveryMs) {
    const { isElsewhere, isOpen, looked } = await fetchOnce(roomId, fetching);
    if (!isElsewhere || waitedMs >= patienceMs || (looked === before && !isOpen)) return;
    before = looked;
    await pause(lookEveryMs, undefined, { signal });
  }
}

async function fetchOnce(roomId: RoomId, { storage, dataDir }: Fetching): Promise<{ isElsewhere: boolean; isOpen: boolean; looked: string }> {
  const folder = join(dataDir, 'rooms', roomId, 'tracks');
  const tracks = await piecesIn(storage, roomId);
  let [isElsewhere, isOpen] = [false, false];
  for (const [trackId, pieces] of tracks) {
    const place = join(folder, trackId);
    const wasFetched = (await sizeOf(`${place}.fetched`)) >= 0;
    if (!wasFetched && (await sizeOf(`${place}.mkv`)) >= unbroken(pieces)) continue;
    if ((await storage.sizeOf(sidecarId(roomId, trackId))) === null) continue;
    isElsewhere = true;
    const sidecar = await text(storage.open(sidecarId(roomId, trackId)));
    await mkdir(folder, { recursive: true });
    await writeFile(`${place}.fetched`, '');
    if ((await sizeOf(`${place}.mkv`)) < unbroken(pieces)) await putTogether(storage, pieces, `${place}.mkv`);
    await writeFile(`${place}.json.part`, sidecar);
    await rename(`${place}.json.part`, `${place}.json`);
    isOpen ||= isStillOpen(sidecar);
  }
  return { isElsewhere, isOpen, looked: JSON.stringify([...tracks.values()]) };
}

const isStillOpen = (sidecar: string): boolean => (JSON.parse(sidecar) as { endedAtMs: number | null }).endedAtMs === null;

async function putTogether(storage: Storage, pieces: readonly Piece[], target: string): Promise<void> {
  const unfinished = `${target}.${randomUUID()}.part`;
  try {
    await pipeline(inOrder(storage, pieces), createWriteStream(unfinished, { flags: 'wx' }));
    await rename(unfinished, target);
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function* inOrder(storage: Storage, pieces: readonly Piece[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const { id, from, bytes } of pieces) {
    if (from > at) return;
    if (from + bytes <= at) continue;
    try {
      for await (const chunk of storage.open(id, { from: at - from, to: bytes - 1 })) yield chunk as Uint8Array;
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT') return;
      throw cause;
    }
    at = from + bytes;
  }
}

/** Removes what was fetched for recordings that have been made long since. */
async function sweep(dataDir: string): Promise<void> {
  const names = await readdir(join(dataDir, 'rooms'), { recursive: true }).catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT') return [];
    throw cause;
  });
  for (const name of names.filter((one) => one.endsWith('.fetched'))) {
    const place = join(dataDir, 'rooms', name.slice(0, -'.fetched'.length));
    const fetched = await stat(`${place}.fetched`).catch((cause: unknown) => {
      if (codeOf(cause) === 'ENOENT') return null;
      throw cause;
    });
    if (!fetched || Date.now() - fetched.mtimeMs < keptMs) continue;
    for (const ending of ['json', 'mkv', 'fetched']) await rm(`${place}.${ending}`, { force: true });
  }
}
