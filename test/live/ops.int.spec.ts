import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JobProgress, OpsReport, Problem, RoomId } from '@yaji/contracts';
import { hopeless, jobWorkers, type Messaging, openMessaging } from '@yaji/messaging';
import { operatorKey } from '@yaji/platform';
import { evenWork } from '../messaging/even-work.ts';
import { freshDatabase, services } from '../support/services.ts';
import { type Answer, type Api, call, joinBy, makeSalon, personalLink, type Salon, secret, startApi } from './api.ts';
import { sit } from './client.ts';

const operator = operatorKey(secret);
let api: Api;
let messaging: Messaging;
let salon: Salon;
let chair: string;
let broken = true;

beforeAll(async () => {
  const { redisUrl } = await services();
  api = await startApi({ DATABASE_URL: await freshDatabase(), REDIS_URL: redisUrl });
  messaging = openMessaging(redisUrl, () => undefined);
  await messaging.whenThere(3_000);
  salon = await makeSalon(api.url);
  const joined = await joinBy(api.url, personalLink(salon, 'chair'));
  chair = joined.token;
  const client = await sit(api.url, joined, { roomId: salon.roomId });
  await client.say('recording.start', {});
  const ann = salon.people.find(({ id }) => id === 'ann')?.participantId;
  (await sit(api.url, await joinBy(api.url, personalLink(salon, 'ann')), { roomId: salon.roomId })).close();
  await client.say('floor.grantTo', { participantId: ann, afterTurn: 0 });
  client.close();
  await messaging.queues.add({ name: 'recording-publish', data: { roomId: salon.roomId, upTo: 7, order: 0 } });
  await atWork(() => until('recording-extras', 'failed'));
});
afterAll(async () => {
  await messaging.close();
  await api.close();
});

/** While this goes on, the jobs are done. */
async function atWork(meanwhile: () => Promise<void>): Promise<void> {
  const work = evenWork(async (name) => { if (name === 'recording-publish' && broken) throw hopeless('the disk is full'); });
  const workers = jobWorkers({ url: (await services()).redisUrl, work, queues: messaging.queues, news: messaging.jobNews, report: () => undefined, times: { look: 20 } });
  try {
    await meanwhile();
  } finally {
    await workers.close();
  }
}

async function until(name: JobProgress['name'], state: JobProgress['state']): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await messaging.jobNews.latest(salon.roomId)).some((job) => job.name === name && job.state === state)) {
    if (Date.now() > deadline) throw new Error(`${name} did not become ${state}`);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
}

const idIn = (roomId: RoomId, name: JobProgress['name'] = 'recording-publish'): string => `${name}:${roomId}:7`;
const post = <T = Problem>(path: string, bearer?: string): Promise<Answer<T>> => call<T>(api.url, path, { method: 'POST', ...(bearer === undefined ? {} : { bearer }) });

describe('the operator’s doors', () => {
  it('answer nobody else, and tell them nothing', async () => {
    for (const bearer of [undefined, '', 'x', chair, operatorKey('another secret of more than 32 characters')]) {
      const answers = [await call(api.url, '/api/ops', bearer === undefined ? {} : { bearer }), await post(`/api/ops/jobs/${idIn(salon.roomId)}/retry`, bearer), await post(`/api/ops/jobs/${idIn(salon.roomId)}/cancel`, bearer)];
      for (const { status, body } of answers) expect([status, Object.keys(body).sort(), body.code]).toEqual([401, ['code', 'message'], 'door/unauthorised']);
    }
    expect((await messaging.jobNews.latest(salon.roomId)).map(({ state }) => state)).toEqual(['failed', 'failed']);
  });

  it('tell rooms, media nodes, queues, jobs and health, and no secret', async () => {
    await messaging.mediaNodes.announce({ nodeId: 'a', url: 'http://a.test', load: 0.4, workers: 2, people: 31 });
    const { body, headers } = await call<OpsReport>(api.url, '/api/ops', { bearer: operator });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body.rooms).toMatchObject([{ roomId: salon.roomId, salon: { en: 'A test' }, title: { en: 'Main' }, recording: true, floor: { name: { en: 'Ann Tester' } } }]);
    expect(body.media).toEqual([{ nodeId: 'a', url: 'http://a.test', load: 0.4, workers: 2, people: 31 }]);
    expect(body.queues).toContainEqual({ name: 'recording-publish', waiting: 0, running: 0, failed: 1 });
    expect(body.jobs).toContainEqual({ jobId: idIn(salon.roomId), name: 'recording-publish', state: 'failed', percent: 0, leftMs: null, step: null, error: 'the disk is full', roomId: salon.roomId, salon: { en: 'A test' }, title: { en: 'Main' } });
    expect(body.health.postgres.tookMs).toBeGreaterThan(0);
    expect(body.health.redis.tookMs).toBeGreaterThan(0);
    expect(body.health.files?.totalBytes).toBeGreaterThan(body.health.files?.freeBytes ?? Infinity);
    for (const hidden of [secret, operator, api.configuration.databaseUrl, api.configuration.redisUrl, api.configuration.dataDir]) expect(JSON.stringify(body)).not.toContain(hidden);
  });
});

describe('a room’s jobs', () => {
  it('are for its moderators alone, and only its own', async () => {
    const other = await makeSalon(api.url);
    const stranger = (await joinBy(api.url, personalLink(other, 'chair'))).token;
    const ann = (await joinBy(api.url, personalLink(salon, 'ann'))).token;
    const at = (roomId: RoomId, jobId: string, wish = 'retry'): string => `/api/rooms/${roomId}/jobs/${jobId}/${wish}`;
    expect((await post(at(salon.roomId, idIn(salon.roomId)))).status).toBe(401);
    for (const bearer of [stranger, ann]) for (const wish of ['retry', 'cancel']) expect((await post(at(salon.roomId, idIn(salon.roomId), wish), bearer)).body.code).toBe('door/not-found');
    for (const jobId of [idIn(other.roomId), idIn(randomUUID() as RoomId), `recording-publish:${salon.roomId}:8`, 'x', 'recording-publish', encodeURIComponent('../../ops')]) expect([jobId, (await post(at(salon.roomId, jobId), chair)).status]).toEqual([jobId, 404]);
    expect((await post(at(salon.roomId, idIn(salon.roomId), 'cancel'), chair)).body.code).toBe('job/not-now');
    expect((await messaging.jobNews.latest(salon.roomId)).map(({ state }) => state)).toEqual(['failed', 'failed']);
  });

  it('are run again by them, with what they need', async () => {
    broken = false;
    const { status, body } = await post<{ jobs: JobProgress[] }>(`/api/rooms/${salon.roomId}/jobs/${idIn(salon.roomId, 'recording-extras')}/retry`, chair);
    expect([status, body.jobs.length]).toEqual([200, 2]);
    await atWork(() => until('recording-extras', 'done'));
    expect((await post(`/api/ops/jobs/${idIn(salon.roomId)}/retry`, operator)).body.code).toBe('job/not-now');
  });
});
