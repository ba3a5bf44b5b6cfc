import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ParticipantId, RoomId } from '@yaji/contracts';
import { createLog, pieceId, piecesIn, sidecarId, type Storage, unbroken } from '@yaji/platform';
import { s3Storage } from '../../libs/platform/src/storage/s3/s3-storage.ts';
import { newTrack } from '../../apps/media/src/recorder/track/track.ts';
import { TrackFile } from '../../apps/media/src/recorder/track/track-file.ts';
import { type TrackUpload, uploadTracks } from '../../apps/media/src/recorder/upload/upload-tracks.ts';
import { fetchTracks } from '../../apps/worker/src/recording/fetch-tracks.ts';
import { type S3Server, s3Server } from '../support/s3/s3-server.ts';
import { eventually } from './eventually.ts';
import { packetsIn } from './track-file.ts';

const log = createLog('media', 'silent');
const quick = { lookEveryMs: 100, patienceMs: 300 };
const signal = new AbortController().signal;

let s3: S3Server;
let storage: Storage;
let here: string;
let elsewhere: string;
let roomId: RoomId;
const uploads: TrackUpload[] = [];

beforeEach(async () => {
  s3 = await s3Server();
  storage = await s3Storage({ kind: 's3', bucket: s3.bucket, prefix: 'x/', endpoint: s3.endpoint, region: 'us-east-1', pathStyle: true, keys: s3.keys });
  here = await mkdtemp(join(tmpdir(), 'yaji-here-'));
  elsewhere = await mkdtemp(join(tmpdir(), 'yaji-elsewhere-'));
  roomId = randomUUID() as RoomId;
});
afterEach(async () => {
  s3.trouble = null;
  await Promise.all(uploads.splice(0).map((upload) => upload.close()));
  await s3.close();
  await Promise.all([here, elsewhere].map((folder) => rm(folder, { recursive: true, force: true })));
});

function upload(more: { keepLocal?: boolean; graceMs?: number } = {}): TrackUpload {
  const one = uploadTracks({ storage, dataDir: here, log, keepLocal: true, everyMs: 50, longestPauseMs: 200, ...more });
  uploads.push(one);
  return one;
}

const folderIn = (dataDir: string): string => join(dataDir, 'rooms', roomId, 'tracks');

/** A track as the recorder writes one: a frame of sound every 20 ms. `speak` writes a second of it to disk. */
function recorded() {
  const trackId = randomUUID();
  const track = newTrack({ trackId, roomId, participantId: randomUUID() as ParticipantId, source: 'microphone', kind: 'audio', codec: 'opus', startedAtMs: Date.now() });
  const file = new TrackFile(folderIn(here), track, { private: null, width: 0, height: 0 }, (cause) => { throw cause; });
  let ms = 0;
  return {
    trackId, close: () => file.close(Date.now()),
    speak: async (bytesPerFrame = 200) => {
      for (let frame = 0; frame < 50; frame += 1, ms += 20) file.add({ ms, key: true, bytes: Buffer.alloc(bytesPerFrame, frame) });
      file.flush();
      await eventually(async () => expect(JSON.parse(await sidecarHere(trackId))).toMatchObject({ writtenMs: ms - 20 }));
    },
  };
}
const sidecarHere = (trackId: string): Promise<string> => readFile(join(folderIn(here), `${trackId}.json`), 'utf8');
const bytesIn = (dataDir: string, trackId: string): Promise<Buffer> => readFile(join(folderIn(dataDir), `${trackId}.mkv`));
const copiedOf = async (trackId: string): Promise<number> => unbroken((await piecesIn(storage, roomId)).get(trackId) ?? []);
const isCopied = (trackId: string) => eventually(async () => expect(await copiedOf(trackId)).toBe((await bytesIn(here, trackId)).length));
const isMarked = (trackId: string) => eventually(async () => expect(await readdir(folderIn(here))).toContain(`${trackId}.stored`));

/**
 * The longest that this thread computed without letting anything else in: by its own processor time, since a machine that
 * has other work holds it up as well.
 */
function measureStrain(): { longestMs: () => number } {
  let longest = 0;
  let before = process.threadCpuUsage();
  const looking = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    longest = Math.max(longest, (user + system) / 1_000);
    before = process.threadCpuUsage();
  }, 5);
  return {
    longestMs: () => {
      clearInterval(looking);
      return longest;
    },
  };
}

describe('a track that grows', () => {
  it('is in the bucket piece by piece, and another machine puts the same file together', async () => {
    upload();
    const track = recorded();
    await track.speak();
    await isCopied(track.trackId);
    await track.speak();
    await isCopied(track.trackId);
    await eventually(async () => expect(await storage.sizeOf(sidecarId(roomId, track.trackId))).not.toBeNull());
    expect((await piecesIn(storage, roomId)).get(track.trackId)?.length).toBeGreaterThan(1);
    await fetchTracks(roomId, { storage, dataDir: elsewhere }, signal, quick);
    expect((await packetsIn(join(folderIn(elsewhere), `${track.trackId}.mkv`))).at(-1)?.ms).toBeGreaterThan(1_900);
    await track.speak();
    await track.close();
    await isMarked(track.trackId);
    await fetchTracks(roomId, { storage, dataDir: elsewhere }, signal, quick);
    expect((await bytesIn(elsewhere, track.trackId)).equals(await bytesIn(here, track.trackId))).toBe(true);
    expect(JSON.parse(await readFile(join(folderIn(elsewhere), `${track.trackId}.json`), 'utf8'))).toMatchObject({ writtenMs: 2_980, endedAtMs: expect.any(Number) });
    // What a machine recorded itself is better than what it could fetch.
    const before = await readdir(folderIn(here));
    await fetchTracks(roomId, { storage, dataDir: here }, signal, quick);
    expect(await readdir(folderIn(here))).toEqual(before);
  });

  it('stays here while the bucket is down, costs the room nothing, and is caught up when it is back', async () => {
    upload();
    const track = recorded();
    await track.speak();
    await isCopied(track.trackId);
    s3.trouble = 'down';
    const strain = measureStrain();
    for (let second = 0; second < 5; second += 1) await track.speak(20_000);
    s3.trouble = 'broken';
    await track.speak();
    s3.trouble = null;
    await track.close();
    await isMarked(track.trackId);
    expect(strain.longestMs()).toBeLessThan(100);
    const whole = await bytesIn(here, track.trackId);
    expect(whole.length).toBeGreaterThan(5_000_000);
    await fetchTracks(roomId, { storage, dataDir: elsewhere }, signal, quick);
    expect((await bytesIn(elsewhere, track.trackId)).equals(whole)).toBe(true);
  });

  it('of a process that was killed is taken up by the next, from where it was', async () => {
    const first = upload();
    const track = recorded();
    await track.speak();
    await isCopied(track.trackId);
    await first.close();
    await track.speak();
    const before = s3.asked.length;
    upload();
    await isCopied(track.trackId);
    const written = s3.asked.slice(before).filter((line) => line.startsWith('PUT') && line.includes('.mkv'));
    expect(written).toHaveLength(1);
    expect(written[0]).not.toContain('/0.mkv');
    expect(await readdir(folderIn(here))).not.toContain(`${track.trackId}.stored`);
    await track.close();
  });

  it('ends for others where a piece is missing, and is never left out for it', async () => {
    upload();
    const track = recorded();
    for (let second = 0; second < 3; second += 1) {
      await track.speak();
      await isCopied(track.trackId);
    }
    await track.close();
    await isMarked(track.trackId);
    const pieces = (await piecesIn(storage, roomId)).get(track.trackId) ?? [];
    const [, , third] = pieces;
    if (!third) throw new Error('three pieces were expected');
    await storage.remove(third.id);
    await fetchTracks(roomId, { storage, dataDir: elsewhere }, signal, quick);
    expect((await bytesIn(elsewhere, track.trackId)).length).toBe(third.from);
  });

  it('leaves this machine only where that is wanted, and only when every byte is the same there', async () => {
    const track = recorded();
    await track.speak();
    await track.close();
    const keeping = upload();
    await isMarked(track.trackId);
    await keeping.close();
    const whole = await bytesIn(here, track.trackId);
    // Of the same length, but not the same.
    await storage.write(pieceId(roomId, track.trackId, 0), Buffer.alloc(whole.length));
    upload({ keepLocal: false, graceMs: 0 });
    await eventually(async () => expect(await readdir(folderIn(here))).toEqual([]));
    await fetchTracks(roomId, { storage, dataDir: here }, signal, quick);
    expect((await bytesIn(here, track.trackId)).equals(whole)).toBe(true);
    // What was fetched is nobody's to copy or to remove again.
    const asked = s3.asked.length;
    const other = recorded();
    await other.speak();
    await isCopied(other.trackId);
    await other.close();
    expect(s3.asked.slice(asked).filter((line) => line.includes(track.trackId) && !line.includes('?'))).toEqual([]);
    expect(await readdir(folderIn(here))).toEqual(expect.arrayContaining(['fetched', 'json', 'mkv'].map((ending) => `${track.trackId}.${ending}`)));
  });
});
