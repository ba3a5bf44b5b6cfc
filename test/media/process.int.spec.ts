import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnyCommand, CommandId, ParticipantId, PushId, RoomId } from '@yaji/contracts';
import { createEngine, type Engine, jobsOf } from '@yaji/engine';
import { type Messaging, openMessaging } from '@yaji/messaging';
import { dataSource, postgresEventStore, postgresPushAddresses } from '@yaji/persistence';
import { createTokens } from '@yaji/platform';
import { Redis } from 'ioredis';
import { launch, type System } from '../../infra/launch/index.mjs';
import type { Track } from '../../apps/media/src/recorder/track/track.ts';
import { eventually } from './eventually.ts';
import { trialPlan } from './given-node.ts';
import { type GivenPeer, type GivenPeers, givenPeers } from './given-peers.ts';
import { audible, levelOf, perceived } from './given-room.ts';
import { freePort } from '../support/free-port.ts';
import { rtmpServer } from './rtmp-server.ts';
import { complaintsAbout, packetsIn } from './track-file.ts';
import { workerBin } from './worker-bin.ts';

let system: System;
let messaging: Messaging;
let database: ReturnType<typeof dataSource>;
let engine: Engine;
let peers: GivenPeers;
const roomId = randomUUID() as RoomId;

beforeAll(async () => {
  await promisify(execFile)(process.execPath, ['infra/build.mjs', 'media']);
  const worker = workerBin();
  system = await launch({ only: ['postgres', 'redis', 'media'], env: { YAJI_LOG_LEVEL: 'warn', YAJI_PUSH_PRIVATE: 'allow', ...(worker ? { MEDIASOUP_WORKER_BIN: worker } : {}) } });
  database = await dataSource({ url: system.databaseUrl ?? '' }).initialize();
  messaging = openMessaging(system.redisUrl ?? '', () => undefined);
  engine = createEngine({ store: postgresEventStore(database), bell: messaging.bell, now: Date.now, jobsOf, report: () => undefined });
  peers = givenPeers();
}, 120_000);

afterAll(async () => {
  peers.end();
  await engine.close();
  await messaging.close();
  await database.destroy();
  await system.stop();
});

async function say(command: AnyCommand, by: ParticipantId | null = null): Promise<void> {
  const outcome = await engine.handle(roomId, command, { by, commandId: randomUUID() as CommandId });
  if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.code}`);
}

async function enter(role: 'moderator' | 'speaker' | 'attendee'): Promise<ParticipantId> {
  const participantId = randomUUID() as ParticipantId;
  const person = { participantId, role, organisationId: null, country: null, languages: [] };
  await say({ type: 'member.enter', data: { person, plate: { name: { en: role }, organisation: null }, place: 'remote', message: null } });
  return participantId;
}

/** The room as its plan has it: what belongs to it, and is no part of its log, hangs on that. */
async function planned(): Promise<void> {
  await database.query(`with salon as (insert into salon (salon_id, title, starts_at, ends_at, doors_open_at, time_zone, languages, listed, created_at)
      values (gen_random_uuid(), '{}', now(), now(), now(), 'UTC', '{en}', false, now()) returning salon_id)
    insert into room (room_id, salon_id, position, title, rules, agenda) select $1, salon_id, 0, '{}', '{}', '[]' from salon`, [roomId]);
}

async function connect(participantId: ParticipantId): Promise<GivenPeer> {
  const token = await createTokens(system.env['YAJI_SECRET'] ?? '').signMediaPass({ roomId, participantId });
  return peers.connect(system.urls.media, token);
}

async function speaks(participantId: ParticipantId): Promise<GivenPeer> {
  const peer = await connect(participantId);
  await eventually(async () => expect(await peer.said()).toContain('mayProduce true'));
  await peer.send('microphone', 440);
  return peer;
}

/** Is brought onto the stage and seen there, whoever speaks. */
async function isSeen(chair: ParticipantId, participantId: ParticipantId): Promise<GivenPeer> {
  await say({ type: 'stage.bring', data: { participantId } }, chair);
  const peer = await connect(participantId);
  await eventually(async () => expect(await peer.said()).toContain('mayProduce true'));
  await peer.send('camera');
  return peer;
}

async function listens(participantId: ParticipantId): Promise<GivenPeer> {
  const peer = await connect(participantId);
  await peer.receive(false);
  return peer;
}

const tracksFolder = (): string => join(system.env['YAJI_DATA_DIR'] ?? '', 'rooms', roomId, 'tracks');

async function tracks(): Promise<Track[]> {
  const names = (await readdir(tracksFolder())).filter((name) => name.endsWith('.json'));
  const read = await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(tracksFolder(), name), 'utf8')) as Track));
  return read.sort((one, other) => one.startedAtMs - other.startedAtMs);
}

/** The processes that make the stream for a media process. */
async function encodersOf(media: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)('pgrep', ['-P', String(media), '-f', 'hls_segment_type']).catch(() => ({ stdout: '' }));
  return stdout.split('\n').filter(Boolean).map(Number);
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
    return false;
  }
};

/** Until somebody can come in again. */
const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
  for (const began = Date.now(); ;) {
    try {
      return await work();
    } catch (cause) {
      if (Date.now() - began > 10_000) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
};

describe('the media program, beside real Postgres and Redis', () => {
  it('announces itself, is ready and shows figures', async () => {
    await eventually(async () => expect(await messaging.mediaNodes.list()).toEqual([expect.objectContaining({ nodeId: expect.any(String), url: system.urls.media, load: expect.any(Number) })]));
    expect((await fetch(`${system.urls.media}/health/ready`)).status).toBe(200);
    const figures = await (await fetch(`${system.urls.media}/metrics`)).text();
    for (const name of ['workers', 'routers', 'producers', 'consumers', 'worker_cpu', 'clients', 'taps']) expect(figures).toMatch(new RegExp(`^yaji_media_${name}(\\{.*\\})? \\d`, 'm'));
  });

  it('is granted, heard, killed, and heard again; what was recorded is there', async () => {
    await say(trialPlan(roomId));
    const [chair, ann, eve] = [await enter('moderator'), await enter('speaker'), await enter('attendee')];
    await say({ type: 'recording.start', data: {} }, chair);
    await say({ type: 'floor.request', data: {} }, ann);
    const [, listener] = await Promise.all([speaks(ann), listens(eve)]);
    await eventually(async () => expect(await perceived(listener, ann)).toMatchObject({ flowing: false }));
    const grantedAt = Date.now();
    await say({ type: 'floor.grantNext', data: { afterTurn: 0 } }, chair);
    await eventually(async () => expect((await perceived(listener, ann))?.loudAt).toEqual(expect.any(Number)));
    const took = ((await perceived(listener, ann))?.loudAt ?? Infinity) - grantedAt;
    process.stdout.write(`grant, over Postgres and Redis, to first decoded sound: ${took} ms\n`);
    // That it comes at all, without negotiation; how fast it is on a quiet machine the bench says.
    expect(took).toBeLessThan(3_000);
    await isSeen(chair, eve);
    await new Promise((resolve) => setTimeout(resolve, 3_500));

    const watched = await fetch(`${system.urls.media}/stream/${await createTokens(system.env['YAJI_SECRET'] ?? '').signStreamPass({ roomId, participantId: eve })}/index.m3u8`);
    expect(watched.status).toBe(200);
    const encoders = await encodersOf(system.children.media?.pid ?? 0);
    expect(encoders).toHaveLength(1);

    expect(system.children.media?.kill('SIGKILL')).toBe(true);
    const killedAt = Date.now();
    await eventually(async () => expect(await listener.said()).toContain('disconnect'));
    // It lives on its pipes: nobody is there to end it.
    await eventually(() => expect(encoders.filter(isAlive)).toEqual([]));
    const [, again] = await Promise.all([patiently(() => speaks(ann)), patiently(() => listens(eve))]);
    await eventually(async () => expect(await levelOf(again, ann)).toBeGreaterThan(audible));
    process.stdout.write(`media process killed to heard again: ${Date.now() - killedAt} ms\n`);
    // Five seconds on a machine that does nothing else, which the demonstration checks; here other tests share the cores.
    expect(Date.now() - killedAt).toBeLessThan(10_000);

    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const all = await tracks();
    const [before, after] = [all.filter(({ startedAtMs }) => startedAtMs < killedAt), all.filter(({ startedAtMs }) => startedAtMs >= killedAt)];
    expect(before.map(({ source }) => source).sort()).toEqual(['camera', 'microphone']);
    expect(after.map(({ participantId, source }) => `${source} of ${participantId}`)).toEqual([`microphone of ${ann}`]);
    for (const { trackId, startedAtMs, syncMs, endedAtMs, writtenMs } of before) {
      const file = join(tracksFolder(), `${trackId}.mkv`);
      const lastMs = (await packetsIn(file)).at(-1)?.ms ?? 0;
      const lostMs = killedAt - (startedAtMs + syncMs + lastMs);
      process.stdout.write(`killed in the middle of a track: ${Math.round(lostMs)} ms of it are missing\n`);
      // No end is told, so where the file ends there is a gap, which lasts until the next track of that source.
      expect(endedAtMs).toBeNull();
      expect(lostMs).toBeLessThan(4_000);
      expect(lastMs).toBeGreaterThanOrEqual(writtenMs);
      expect(await complaintsAbout(file, [])).toBe('');
    }
  });

  it('pushes the room, is killed, and pushes it again', async () => {
    const [chair, pushId] = [await enter('moderator'), randomUUID() as PushId];
    const address = { secure: false, host: '127.0.0.1', port: await freePort(), app: 'live', key: 'sk-secret' };
    await planned();
    await postgresPushAddresses(database, system.env['YAJI_SECRET'] ?? '').keep({ pushId, roomId, label: 'Channel', madeBy: chair, address });
    const servers = [rtmpServer(address)];
    try {
      await say({ type: 'stream.startPush', data: { pushId, label: 'Channel' } }, chair);
      await eventually(async () => expect(await servers[0]?.bytes()).toBeGreaterThan(50_000));
      expect(system.children.media?.kill('SIGKILL')).toBe(true);
      const killedAt = Date.now();
      await eventually(() => expect(servers[0]?.hasEnded()).toBe(true));
      servers.push(rtmpServer(address));
      await eventually(async () => expect(await servers[1]?.bytes()).toBeGreaterThan(50_000), 40_000);
      process.stdout.write(`media process killed to pushed again: ${Date.now() - killedAt} ms\n`);
      // Whoever has the floor comes back as well, and is recorded on.
      const speaker = (await engine.now(roomId)).room.floor.current?.participantId;
      if (speaker) await patiently(() => speaks(speaker));
      await say({ type: 'stream.stopPush', data: { pushId } }, chair);
      await eventually(() => expect(servers[1]?.hasEnded()).toBe(true));
    } finally {
      await Promise.all(servers.map((server) => server.kill()));
    }
  });

  it('says over Redis when the speaker is not heard', async () => {
    const redis = new Redis(system.redisUrl ?? '');
    const heard: unknown[] = [];
    redis.on('message', (_channel, text: string) => void heard.push(JSON.parse(text)));
    await redis.subscribe(`notice.${roomId}`);
    const [chair, bob] = [await enter('moderator'), await enter('speaker')];
    await listens(chair);
    await say({ type: 'floor.grantTo', data: { participantId: bob, afterTurn: 1 } }, chair);
    await eventually(() => expect(heard).toContainEqual({ kind: 'notHeard', participantId: bob, since: expect.any(Number) }), 6_000);
    redis.disconnect();
  });

  it('takes leave when it is asked to end: clients are told, tracks are finished', async () => {
    const eve = await listens(await enter('attendee'));
    system.children.media?.kill('SIGTERM');
    await eventually(async () => expect(await eve.said()).toEqual(expect.arrayContaining(['leaving', 'disconnect'])));
    await eventually(async () => expect((await tracks()).at(-1)?.endedAtMs).toEqual(expect.any(Number)));
  });
});
