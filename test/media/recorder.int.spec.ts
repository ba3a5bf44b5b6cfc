import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Track } from '../../apps/media/src/recorder/track/track.ts';
import { eventually } from './eventually.ts';
import { givenRoom, type GivenRoom } from './given-room.ts';
import { complaintsAbout, loudness, packetsIn } from './track-file.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let room: GivenRoom;
beforeEach(async () => { room = await givenRoom(); });
afterEach(() => room.close());

const folder = (): string => join(room.folder, 'rooms', room.roomId, 'tracks');

async function tracks(): Promise<Track[]> {
  const names = (await readdir(folder())).filter((name) => name.endsWith('.json'));
  const read = await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder(), name), 'utf8')) as Track));
  return read.sort((one, other) => one.startedAtMs - other.startedAtMs);
}

const fileOf = ({ trackId }: Track): string => join(folder(), `${trackId}.mkv`);

/** Placed by the sender's reports, nothing lost, eight seconds from its first packet to its last. */
function isWhole({ timing, packets, lost, first, last, syncMs }: Track): void {
  expect({ timing, lost }).toEqual({ timing: 'reports', lost: 0 });
  expect(packets).toBeGreaterThan(90);
  expect((last?.utcMs ?? 0) - (first?.utcMs ?? 0)).toBeGreaterThan(7_500);
  expect((last?.monotonicMs ?? 0) - (first?.monotonicMs ?? 0)).toBeGreaterThan(7_500);
  expect(Math.abs(syncMs)).toBeLessThan(300);
}

/** Ann has the floor of a room that is recorded. */
async function annSpeaks(): Promise<void> {
  const ann = await room.enter('Ann', 'speaker');
  await room.say({ type: 'recording.start', data: {} }, room.chair);
  await room.say({ type: 'floor.request', data: {} }, ann);
  await room.speaks(ann);
  await room.say({ type: 'floor.grantNext', data: { afterTurn: 0 } }, room.chair);
}

describe('a recorder tap', () => {
  it('leaves sound and picture that ffmpeg decodes, as long as the turn was, with the pause as a hole', async () => {
    const ann = await room.enter('Ann', 'speaker');
    await room.say({ type: 'recording.start', data: {} }, room.chair);
    await room.say({ type: 'floor.request', data: {} }, ann);
    const peer = await room.speaks(ann);
    await peer.send('camera');
    await pause(1_000);
    const grantedAt = Date.now();
    await room.say({ type: 'floor.grantNext', data: { afterTurn: 0 } }, room.chair);
    await pause(4_000);
    await room.say({ type: 'floor.pause', data: { turn: 1 } }, room.chair);
    await pause(1_500);
    await room.say({ type: 'floor.resume', data: { turn: 1 } }, room.chair);
    await pause(2_500);
    await room.say({ type: 'floor.end', data: { turn: 1 } }, room.chair);
    await eventually(async () => expect((await tracks()).map(({ endedAtMs }) => typeof endedAtMs)).toEqual(['number', 'number']));

    const all = await tracks();
    const sound = all.find(({ kind }) => kind === 'audio');
    const picture = all.find(({ kind }) => kind === 'video');
    if (!sound || !picture) throw new Error('two tracks were expected');
    expect(sound).toMatchObject({ roomId: room.roomId, participantId: ann, source: 'microphone', codec: 'opus' });
    expect(picture).toMatchObject({ roomId: room.roomId, participantId: ann, source: 'camera', codec: 'vp8' });
    expect(sound.startedAtMs - grantedAt).toBeLessThan(500);

    const heard = await packetsIn(fileOf(sound));
    const seen = await packetsIn(fileOf(picture));
    for (const packets of [heard, seen]) {
      const lengthMs = packets.at(-1)?.ms ?? 0;
      expect(lengthMs).toBeGreaterThan(7_500);
      expect(lengthMs).toBeLessThan(8_500);
    }
    expect(seen[0]).toEqual({ ms: 0, key: true });
    for (const track of [sound, picture]) isWhole(track);
    expect(await complaintsAbout(fileOf(sound), ['-vn'])).toBe('');
    expect(await complaintsAbout(fileOf(picture), ['-vf', 'fps=25,scale=320:240'])).toBe('');
    expect(sound.gaps).toEqual([{ fromMs: expect.any(Number), toMs: expect.any(Number), why: 'off-air' }]);
    expect((sound.gaps[0]?.toMs ?? 0) - (sound.gaps[0]?.fromMs ?? 0)).toBeGreaterThan(1_300);
    expect(picture.gaps).toEqual([]);
    expect(await loudness(fileOf(sound), 0, 300)).toBeGreaterThan(1_000);
    expect(await loudness(fileOf(sound), 4_300, 900)).toBeLessThan(50);
    expect(await loudness(fileOf(sound), 6_200, 900)).toBeGreaterThan(1_000);
  });

  it('takes the best of the layers that a camera sends, and a larger picture when it grows', async () => {
    const ann = await room.enter('Ann', 'speaker');
    await room.say({ type: 'recording.start', data: {} }, room.chair);
    await room.say({ type: 'floor.request', data: {} }, ann);
    const peer = await room.speaks(ann);
    await peer.send('camera');
    await room.say({ type: 'floor.grantNext', data: { afterTurn: 0 } }, room.chair);
    const widths = async (): Promise<number[]> => (await tracks()).flatMap(({ sizes }) => sizes.map(({ width }) => width));
    await eventually(async () => expect((await widths()).length).toBeGreaterThan(0));
    const [studio] = await room.node.studios.all();
    const camera = [...studio?.sent.values() ?? []].find(({ source }) => source === 'camera');
    const best = async (): Promise<string> => (await camera?.producer.getStats() ?? []).map(({ rid }) => rid ?? '').sort().at(-1) ?? '';
    // Of a small picture the sender leaves out the largest layer.
    await eventually(async () => expect((await widths()).at(-1)).toBe({ r0: 160, r1: 320, r2: 640 }[await best()]));
    await peer.resize(1_280, 720);
    await eventually(async () => expect([(await widths()).at(-1), await best()]).toEqual([1_280, 'r2']));
    await pause(1_500);
    const [picture] = (await tracks()).filter(({ kind }) => kind === 'video');
    if (!picture) throw new Error('a picture was expected');
    expect(picture.gaps).toEqual([]);
    expect(await complaintsAbout(fileOf(picture), ['-vf', 'fps=25,scale=320:240'])).toBe('');
  });

  it('has on disk what was said up to a second ago, whatever is killed', async () => {
    await annSpeaks();
    await pause(4_000);
    const [running] = await tracks();
    if (!running) throw new Error('a track was expected');
    expect(running.endedAtMs).toBeNull();
    expect((await packetsIn(fileOf(running))).at(-1)?.ms).toBeGreaterThan(2_500);
    expect(await complaintsAbout(fileOf(running), ['-vn'])).toBe('');
  });

  it('leaves whole tracks when its node is stopped while somebody speaks', async () => {
    await annSpeaks();
    await eventually(async () => expect((await tracks()).map(({ writtenMs }) => writtenMs > 1_000)).toEqual([true]));
    await room.node.close();
    const [stopped] = await tracks();
    if (!stopped) throw new Error('a track was expected');
    expect((stopped.endedAtMs ?? 0) - stopped.startedAtMs).toBeGreaterThan(1_000);
    expect((await packetsIn(fileOf(stopped))).at(-1)?.ms).toBe(stopped.writtenMs);
  });

  it('writes nothing of somebody who never went on air', async () => {
    const ann = await room.enter('Ann', 'speaker');
    await room.say({ type: 'recording.start', data: {} }, room.chair);
    await room.say({ type: 'floor.request', data: {} }, ann);
    await room.speaks(ann);
    await pause(1_000);
    await expect(readdir(folder())).rejects.toThrow('ENOENT');
  });
});
