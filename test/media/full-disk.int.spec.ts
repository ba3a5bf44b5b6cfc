import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Track } from '../../apps/media/src/recorder/track/track.ts';
import { eventually } from './eventually.ts';
import { audible, givenRoom, type GivenRoom, levelOf } from './given-room.ts';
import { complaintsAbout, packetsIn } from './track-file.ts';

const run = promisify(execFile);
const mayMount = process.platform === 'linux' && process.getuid?.() === 0;

let room: GivenRoom;
let freeBytes: number;
let mounted: string | null;
beforeEach(async () => {
  [freeBytes, mounted] = [9e9, null];
  room = await givenRoom({ freeBytes: async () => freeBytes });
});
afterEach(async () => {
  await room.node.studios.close();
  if (mounted) await run('umount', ['--lazy', mounted]);
  await room.close();
});

/** Pictures may come closer together than the rate that ffmpeg guesses: they are told apart by their own times. */
const byTheMillisecond = ['-fps_mode', 'passthrough', '-enc_time_base', '1:1000'];

const folder = (): string => join(room.folder, 'rooms', room.roomId, 'tracks');

async function tracks(): Promise<Track[]> {
  const names = (await readdir(folder())).filter((name) => name.endsWith('.json'));
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder(), name), 'utf8')) as Track));
}

async function annSpeaks() {
  const [ann, eve] = [await room.enter('Ann', 'speaker'), await room.enter('Eve', 'attendee')];
  await room.say({ type: 'recording.start', data: {} }, room.chair);
  await room.say({ type: 'floor.request', data: {} }, ann);
  const peer = await room.speaks(ann);
  await peer.send('camera');
  await room.say({ type: 'floor.grantNext', data: { afterTurn: 0 } }, room.chair);
  return { ann, listener: await room.listens(eve), peer };
}

const told = async (...kinds: string[]): Promise<void> => eventually(() => expect(room.troubles.at(-1)?.map(({ kind }) => kind) ?? []).toEqual(kinds));
const open = async (): Promise<string[]> => (await tracks()).filter(({ endedAtMs }) => endedAtMs === null).map(({ source }) => source).sort();

describe('a disk that fills up', () => {
  it('is told, stops pictures, then sound, and lets both begin again', async () => {
    await annSpeaks();
    await eventually(async () => expect(await open()).toEqual(['camera', 'microphone']));
    expect(room.troubles).toEqual([]);
    freeBytes = 4e9;
    await told('disk-low');
    expect(await open()).toEqual(['camera', 'microphone']);
    freeBytes = 1e9;
    await told('video-stopped');
    await eventually(async () => expect(await open()).toEqual(['microphone']));
    freeBytes = 1e8;
    await told('sound-stopped');
    await eventually(async () => expect(await open()).toEqual([]));
    freeBytes = 9e9;
    await told();
    await eventually(async () => expect(await open()).toEqual(['camera', 'microphone']));
    expect((await tracks()).length).toBe(4);
  });

  it.each(mayMount ? ['tmpfs'] : [])('in the middle of a track (%s): what is there plays, it is told, and the room talks on', async (kind) => {
    mounted = folder();
    await mkdir(mounted, { recursive: true });
    await run('mount', ['-t', kind, '-o', 'size=160k', kind, mounted]);
    const { ann, listener } = await annSpeaks();
    await eventually(() => expect(room.troubles.at(-1)?.map((trouble) => trouble.kind)).toContain('broke-off'));
    expect(room.troubles.at(-1)).toContainEqual({ kind: 'broke-off', participantId: ann, media: expect.any(String) });
    await eventually(async () => expect(await levelOf(listener, ann)).toBeGreaterThan(audible));
    const broken = await tracks();
    expect(broken.map(({ source }) => source)).toEqual(expect.arrayContaining(['camera', 'microphone']));
    for (const { kind: medium, trackId, startedAtMs, endedAtMs, writtenMs } of broken) {
      // A disk without a single page takes no new sidecar either: then the file tells.
      expect([null, startedAtMs + writtenMs]).toContain(endedAtMs);
      expect((await packetsIn(join(folder(), `${trackId}.mkv`))).at(-1)?.ms).toBeGreaterThanOrEqual(writtenMs);
      expect(await complaintsAbout(join(folder(), `${trackId}.mkv`), medium === 'video' ? byTheMillisecond : [])).toBe('');
    }
  });
});
