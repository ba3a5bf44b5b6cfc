import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { PushFault, PushId, PushState } from '@yaji/contracts';
import { freePort } from '../support/free-port.ts';
import { eventually } from './eventually.ts';
import { givenRoom, type GivenRoom } from './given-room.ts';
import { type RtmpServer, rtmpServer } from './rtmp-server.ts';

let room: GivenRoom;
const servers: RtmpServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.kill()));
  await room.close();
});

const run = promisify(execFile);
const key = 'sk-90f1-secret?auth=verysecret';

async function addressed(port: number): Promise<PushId> {
  const pushId = randomUUID() as PushId;
  room.addresses.set(pushId, { secure: false, host: '127.0.0.1', port, app: 'live/room', key });
  return pushId;
}
const start = (pushId: PushId) => room.say({ type: 'stream.startPush', data: { pushId, label: 'Channel' } }, room.chair);
const stop = (pushId: PushId) => room.say({ type: 'stream.stopPush', data: { pushId } }, room.chair);
const stateOf = (pushId: PushId): PushState | undefined => room.pushStates.at(-1)?.find((state) => state.pushId === pushId);
const failures = async (): Promise<PushFault[]> => (await room.engine.now(room.roomId)).room.stream.failed.map(({ why }) => why);

function listen(port: number): RtmpServer {
  const server = rtmpServer({ port, app: 'live/room', key });
  servers.push(server);
  return server;
}

/** The arguments of this process's own ffmpegs that encode or push. */
const children = async (): Promise<string[]> => {
  const { stdout } = await run('ps', ['-ww', '-o', 'args=', '--ppid', String(process.pid)]).catch(() => ({ stdout: '' }));
  return stdout.split('\n').filter((line) => line.includes('mpegts') && !line.includes('-listen'));
};

describe('a push', () => {
  it('brings what has the floor to an RTMP server, outlives it, is told, and ends when it is stopped', async () => {
    room = await givenRoom({ pushes: { giveUpMs: 9_000 } });
    const ann = await room.enter('Ann', 'speaker');
    await room.say({ type: 'floor.request', data: {} }, ann);
    const here = await room.speaks(ann, 440);
    await here.send('camera');
    await room.say({ type: 'floor.grantNext', data: { afterTurn: 0 } }, room.chair);
    const port = await freePort();
    const [pushId, doomed] = [await addressed(port), await addressed(await freePort())];
    const first = listen(port);
    const startedAt = Date.now();
    await start(pushId);
    await start(doomed);

    await eventually(() => expect(stateOf(pushId)).toEqual({ pushId, state: 'live', why: null, againInMs: null }));
    process.stdout.write(`started to live: ${Date.now() - startedAt} ms\n`);
    await eventually(async () => expect(await first.bytes()).toBeGreaterThan(400_000));
    const taken = await first.taken();
    expect(taken.codecs).toEqual(['aac', 'h264']);
    expect(taken.brightness).toBeGreaterThan(60);
    expect(await taken.loudnessAt(440)).toBeGreaterThan(-25);
    expect(await taken.loudnessAt(880)).toBeLessThan(-45);
    // Another key, or another application, it would have remarked upon.
    expect(first.complaints()).not.toMatch(/unexpected|match/i);
    // One encodes for both.
    expect((await children()).filter((line) => line.includes('libx264'))).toHaveLength(1);
    for (const line of await children()) expect(line).not.toMatch(/secret|live\/room/);

    await first.kill();
    await eventually(() => expect(stateOf(pushId)).toMatchObject({ state: 'trouble', why: 'refused', againInMs: expect.any(Number) }));
    const second = listen(port);
    await eventually(() => expect(stateOf(pushId)).toMatchObject({ state: 'live' }));
    await eventually(async () => expect(await second.bytes()).toBeGreaterThan(100_000));
    expect(await (await second.taken()).loudnessAt(440)).toBeGreaterThan(-25);

    await eventually(async () => expect(await failures()).toEqual(['refused']));
    expect(stateOf(doomed)).toBeUndefined();
    await stop(pushId);
    await eventually(() => expect([second.hasEnded(), room.pushStates.at(-1)]).toEqual([true, []]));
    await eventually(async () => expect(await children()).toEqual([]));
  });

  it('goes to no inner network and to no address that is gone, and ends with its room', async () => {
    room = await givenRoom({ pushes: { allowPrivate: false } });
    const port = await freePort();
    const inner = await addressed(port);
    await start(inner);
    await start(randomUUID() as PushId);
    await eventually(async () => expect((await failures()).sort()).toEqual(['address-unknown', 'host-forbidden']));
    await start(inner);
    await room.say({ type: 'room.close', data: {} }, room.chair);
    await eventually(() => expect(room.pushStates.at(-1)).toEqual([]));
  });
});
