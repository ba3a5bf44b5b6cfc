import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ParticipantId } from '@yaji/contracts';
import { eventually } from './eventually.ts';
import { givenEncoder } from './given-encoder.ts';
import { givenRoom, type GivenRoom } from './given-room.ts';
import { keepsWatching, readList, watchPart } from './watched.ts';

let room: GivenRoom;
let viewer: ReturnType<typeof keepsWatching> | null = null;
const encoder = givenEncoder();
beforeEach(async () => { room = await givenRoom(); });
afterEach(async () => {
  encoder.cut();
  await viewer?.leave();
  await room.close();
});

const run = promisify(execFile);
/** `pgrep` ends so when it finds none. */
const foundNone = 1;
/** Programs of this process by what they were told. */
const children = async (told: string): Promise<number[]> => {
  const { stdout } = await run('pgrep', ['-P', String(process.pid), '-f', told]).catch((cause: unknown) => {
    if ((cause as { code?: unknown }).code === foundNone) return { stdout: '' };
    throw cause;
  });
  return stdout.split('\n').filter(Boolean).map(Number);
};
const encoders = (): Promise<number[]> => children('hls_segment_type');
const converters = (): Promise<number[]> => children('ivf pipe:1');
const left = (): Promise<string[]> => readdir(join(room.folder, 'streams'));
const status = async (url: string): Promise<number> => (await fetch(url)).status;

describe('the stream of a room', () => {
  it('is made while somebody watches, shows and says what has the floor, outlives its encoder, and is nothing to strangers', async () => {
    const [ann, bob, cat, eve] = [await room.enter('Ann', 'speaker'), await room.enter('Bob', 'speaker'), await room.enter('Cat', 'speaker'), await room.enter('Eve', 'attendee')];
    for (const one of [ann, bob]) await room.say({ type: 'floor.request', data: {} }, one);
    const [annHere, bobHere] = await Promise.all([room.speaks(ann, 440), room.speaks(bob, 880)]);
    await Promise.all([annHere.send('camera'), bobHere.send('camera')]);
    const url = await room.streamUrlFor(eve);
    expect(await encoders()).toEqual([]);

    const first = await readList(url);
    viewer = keepsWatching(url);
    expect(await encoders()).toHaveLength(1);
    expect(Date.now() - first.begunAt).toBeLessThan(8_000);
    // This node streams one room; another is told so at once, and an encoder is not begun.
    const full = await fetch(await room.streamUrlOfAnotherRoom());
    expect([full.status, full.headers.get('retry-after'), await full.json()]).toEqual([503, '3', { code: 'stream/busy' }]);
    expect(await encoders()).toHaveLength(1);
    const nobody = await watchPart(url, first, first.parts.at(-1) ?? '');
    expect(nobody.complaints).toBe('');
    expect(nobody.brightness).toBeLessThan(60);
    await nobody.forget();

    const shows = async (hertz: number, other: number): Promise<void> => {
      const list = await readList(url);
      const watched = await watchPart(url, list, list.parts.at(-1) ?? '');
      try {
        expect(await watched.loudnessAt(hertz)).toBeGreaterThan(-25);
        expect(await watched.loudnessAt(other)).toBeLessThan(-45);
        expect(watched.brightness).toBeGreaterThan(60);
        expect(watched.complaints).toBe('');
      } finally {
        await watched.forget();
      }
    };
    await room.say({ type: 'floor.grantNext', data: { afterTurn: 0 } }, room.chair);
    await eventually(() => shows(440, 880));
    // Somebody whose encoder speaks H.264, which the program does not: it is converted while it is seen.
    await room.say({ type: 'stage.bring', data: { participantId: cat } }, room.chair);
    expect(await encoder.publish({ url: `${room.url}/whip/${room.roomId}`, token: await room.keyOf(cat), codec: 'h264', colour: 'red', frequency: 660 })).toMatchObject({ status: 201 });
    expect(await converters()).toEqual([]);
    await room.say({ type: 'floor.grantTo', data: { participantId: cat, afterTurn: 1 } }, room.chair);
    await eventually(async () => {
      const list = await readList(url);
      const watched = await watchPart(url, list, list.parts.at(-1) ?? '');
      try {
        expect(watched.colour.red).toBeGreaterThan(200);
        expect(watched.colour.blue).toBeLessThan(60);
        expect(await watched.loudnessAt(660)).toBeGreaterThan(-25);
        expect(watched.complaints).toBe('');
      } finally {
        await watched.forget();
      }
    });
    expect(await converters()).toHaveLength(1);
    await room.say({ type: 'floor.grantNext', data: { afterTurn: 2 } }, room.chair);
    await eventually(() => shows(880, 440));
    expect(await converters()).toEqual([]);

    // On an open floor two who speak at once are both heard.
    await room.say({ type: 'stage.bring', data: { participantId: bob } }, room.chair);
    await room.say({ type: 'floor.setMode', data: { mode: 'open' } }, room.chair);
    await eventually(async () => {
      const list = await readList(url);
      const watched = await watchPart(url, list, list.parts.at(-1) ?? '');
      try {
        for (const hertz of [660, 880]) expect(await watched.loudnessAt(hertz)).toBeGreaterThan(-25);
        expect(watched.complaints).toBe('');
      } finally {
        await watched.forget();
      }
    });
    await room.say({ type: 'stage.dismiss', data: { participantId: cat } }, room.chair);
    await eventually(() => shows(880, 660));

    const [encoding = 0] = await encoders();
    process.kill(encoding, 'SIGKILL');
    await eventually(async () => expect((await readList(url)).run).toBe('1'));
    await eventually(() => shows(880, 440));
    const [last = ''] = (await readList(url)).parts;

    const others = await Promise.all([
      status(url.replace(/\/stream\/[^/]+/, '/stream/nonsense')), status(await room.streamUrlFor('00000000-0000-4000-8000-000000000000' as ParticipantId)),
      status(url.replace(/\/stream\/[^/]+/, `/stream/${await room.passOf(eve)}`)), status(new URL('..%2F..%2Fsecret', url).href), status(new URL('1.m3u8', url).href),
    ]);
    expect(others).toEqual([403, 403, 403, 404, 404]);
    expect(await status(new URL(last, url).href)).toBe(200);
    await viewer.leave();
    await room.say({ type: 'member.remove', data: { participantId: eve } }, room.chair);
    expect(await Promise.all([status(url), status(new URL(last, url).href)])).toEqual([403, 403]);

    await eventually(async () => expect([await encoders(), await left()]).toEqual([[], []]));
  });
});
