import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CommandId, JobProgress, ParticipantId, RoomId, SalonId } from '@yaji/contracts';
import { createEngine, jobsOf, memoryBell, type Engine } from '@yaji/engine';
import { openMessaging, type Messaging } from '@yaji/messaging';
import { dataSource, PlannedRoomEntity, postgresEventStore, type Publication, PublicationEntity, SalonEntity } from '@yaji/persistence';
import { createLog, createMetrics, type Configuration, type Running } from '@yaji/platform';
import { emptyRoom } from '@yaji/salon';
import type { DataSource } from 'typeorm';
import { freePort } from '../../../test/support/free-port.ts';
import { freshDatabase, services } from '../../../test/support/services.ts';
import { serve } from '../src/serve.ts';
import { inspect, store } from './synthetic.ts';

// Films are made here, perhaps on a machine that does much else.
jest.setTimeout(240_000);

let database: DataSource;
let messaging: Messaging;
let dataDir: string;
let databaseUrl: string;
let workerPort: number;
let clock = Date.UTC(2026, 10, 21, 12);
let engine: Engine;

beforeAll(async () => {
  databaseUrl = await freshDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'yaji-worker-'));
  workerPort = await freePort();
  database = await dataSource({ url: databaseUrl }).initialize();
  messaging = openMessaging((await services()).redisUrl, () => undefined);
  await messaging.whenThere(5_000);
  engine = createEngine({ store: postgresEventStore(database), bell: memoryBell(), now: () => clock, jobsOf, report: (error) => { throw error; } });
});

afterAll(async () => {
  await engine.close();
  await messaging.close();
  await database.destroy();
  await rm(dataDir, { recursive: true, force: true });
});

async function worker(): Promise<Running> {
  const { redisUrl } = await services();
  const configuration = { databaseUrl, redisUrl, secret: 's'.repeat(32), host: '127.0.0.1', workerPort, dataDir, ffmpeg: 'ffmpeg', storage: { kind: 'disk' }, speech: { service: null, engine: null }, model: null, publicUrl: 'http://127.0.0.1' } as Configuration;
  return serve({ configuration, log: createLog('worker', 'silent'), metrics: createMetrics('worker'), draining: () => false });
}

const { rules } = emptyRoom();
const title = { en: 'A small salon', 'zh-CN': '小沙龙' };

/** A planned room with one speaker, opened, spoken in for six seconds and closed; answers its id and the time of its start. */
async function talk(): Promise<{ roomId: RoomId; startedAt: number }> {
  const [roomId, salonId, host, ann] = [randomUUID() as RoomId, randomUUID() as SalonId, randomUUID() as ParticipantId, randomUUID() as ParticipantId];
  await database.getRepository(SalonEntity).save({
    salonId, title, summary: null, host: null, startsAt: clock, endsAt: clock, doorsOpenAt: clock, timeZone: 'Asia/Shanghai', languages: ['zh-CN', 'en'],
    accent: '#1F6F5C', listed: true, origin: null, createdAt: clock,
  });
  await database.getRepository(PlannedRoomEntity).save({ roomId, salonId, position: 0, title, rules, agenda: [] });
  const say = async (s: number, by: ParticipantId | null, command: Parameters<Engine['handle']>[1]): Promise<void> => {
    clock = startedAt + s * 1_000;
    const outcome = await engine.handle(roomId, command, { by, commandId: randomUUID() as CommandId });
    if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.code}`);
  };
  const startedAt = clock + 1_000;
  const person = (participantId: ParticipantId, role: 'owner' | 'speaker') => ({ participantId, role, organisationId: null, country: null, languages: [] });
  await say(0, null, { type: 'room.open', data: { plan: { salonId, roomId, title, languages: ['zh-CN', 'en'], agenda: [], rules }, people: [] } });
  await say(0, null, { type: 'member.enter', data: { person: person(host, 'owner'), plate: { name: { en: 'Host' }, organisation: null }, place: 'remote', message: null } });
  await say(0, null, { type: 'member.enter', data: { person: person(ann, 'speaker'), plate: { name: { en: 'Ann' }, organisation: { en: 'Park' } }, place: 'remote', message: null } });
  await say(1, host, { type: 'recording.start', data: {} });
  await say(2, host, { type: 'floor.grantTo', data: { participantId: ann, afterTurn: 0 } });
  await say(8, host, { type: 'floor.end', data: { turn: 1 } });
  await store(join(dataDir, 'rooms', roomId, 'tracks'), { trackId: 'ann', name: 'ann', participantId: ann, startsAt: 2, seconds: 6, zero: startedAt, sound: 440 });
  await say(9, host, { type: 'room.close', data: {} });
  await say(9.5, null, { type: 'floor.measure', data: { turn: 1, speechMs: 5_500 } });
  return { roomId, startedAt };
}

async function published(roomId: RoomId): Promise<Map<string, Publication>> {
  for (let look = 0; look < 1_200; look += 1) {
    const jobs = await messaging.jobNews.latest(roomId);
    if (jobs.some(({ name, state }) => name === 'aftermath' && state === 'done')) break;
    await pause(100);
  }
  const rows = await database.getRepository(PublicationEntity).findBy({ roomId });
  return new Map(rows.map((row) => [row.kind, row as Publication]));
}

describe('the worker', () => {
  it('publishes recording and minutes of a room that closed, and tells how far it is', async () => {
    const news: JobProgress[] = [];
    const { roomId, startedAt } = await talk();
    const stop = messaging.jobNews.listen((room, progress) => { if (room === roomId) news.push(progress); });
    const running = await worker();
    const rows = await published(roomId);
    expect(rows.get('recording')?.detail).toMatchObject({ durationMs: 8_000, startedAt: startedAt + 1_000, chapters: [{ turn: 1, offsetMs: 1_000, durationMs: 6_000 }], missing: [] });
    const film = await inspect(join(dataDir, rows.get('recording')?.fileId ?? ''));
    expect(Math.abs(film.durationMs - 8_000)).toBeLessThan(60);
    const minutes = await readFile(join(dataDir, rows.get('minutes')?.fileId ?? ''), 'utf8');
    expect(minutes).toContain('# 会议纪要：小沙龙');
    expect(minutes).toContain('| 1 | Ann | Park | – | 20:00:03 | 0:06 | 0:06 |');
    const editions = (rows.get('minutes')?.detail as { editions: Record<string, string> }).editions;
    expect(await readFile(join(dataDir, editions['en'] ?? ''), 'utf8')).toContain('# Minutes: A small salon');
    expect(news.filter(({ name }) => name === 'recording-publish').map(({ step }) => step)).toEqual(expect.arrayContaining(['reading', 'cutting', 'joining']));
    expect(await (await fetch(`http://127.0.0.1:${workerPort}/health/ready`)).json()).toMatchObject({});
    expect(await (await fetch(`http://127.0.0.1:${workerPort}/metrics`)).text()).toContain('yaji_jobs{job="minutes-render",state="failed",app="worker"} 0');
    stop();
    await running.close();
  });

  it('that closes in the middle leaves the job to the next', async () => {
    const { roomId } = await talk();
    const first = await worker();
    await new Promise<void>((resolve, reject) => {
      const stop = messaging.jobNews.listen((room, { step }) => {
        if (room !== roomId || step !== 'cutting') return;
        stop();
        first.close().then(resolve, reject);
      });
    });
    const second = await worker();
    const rows = await published(roomId);
    expect(rows.get('recording')?.detail).toMatchObject({ durationMs: 8_000 });
    await second.close();
  });
});
