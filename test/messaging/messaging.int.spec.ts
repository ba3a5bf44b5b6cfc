import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Job, JobProgress, ParticipantId, QuestionId, Recorded, RoomId } from '@yaji/contracts';
import { hopeless, jobIdOf, jobWorkers, openMessaging, RedisAway, type JobWork, type Messaging } from '@yaji/messaging';
import { Redis } from 'ioredis';
import { person } from '../../libs/salon/test/given.ts';
import { relayTo, type Relay } from '../support/relay.ts';
import { services } from '../support/services.ts';
import { evenWork } from './even-work.ts';

let redis: Relay;
let direct: Redis;
const open: { close(): Promise<void> }[] = [];
const room = (): RoomId => randomUUID() as RoomId;
const ann: ParticipantId = person('ann');

async function until(condition: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition()) && Date.now() < deadline) await new Promise((resolve) => { setTimeout(resolve, 10); });
}

async function messaging(reported: Error[] = []): Promise<Messaging> {
  const one = openMessaging(redis.url, (error) => { reported.push(error); });
  open.push(one);
  await one.whenThere(3_000);
  return one;
}

async function takeAway(...ones: Messaging[]): Promise<void> {
  redis.cut();
  await until(() => ones.every((one) => !one.isThere()));
}

async function bringBack(...ones: Messaging[]): Promise<void> {
  redis.mend();
  await Promise.all(ones.map((one) => one.whenThere(10_000)));
}

beforeAll(async () => {
  const { redisUrl } = await services();
  direct = new Redis(redisUrl, { disconnectTimeout: 100 });
  redis = await relayTo(redisUrl);
});
beforeEach(async () => {
  redis.mend();
  await direct.flushall();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});
afterAll(async () => {
  await direct.quit();
  await redis.close();
});

const record = (seq: number, text = 'Why?'): Recorded => ({
  type: 'QuestionAsked', data: { questionId: randomUUID() as never, askedBy: ann, anonymous: false }, words: { text }, at: 1_795_000_000_000, by: ann, seq,
});

describe('translations', () => {
  const wording = { questionId: randomUUID() as QuestionId, digest: 'a' };
  const translation = { language: 'zh-CN', texts: { en: 'Why?' } };

  it('are claimed by one process and known to all, wording by wording, until they are forgotten', async () => {
    const [one, other, main] = [await messaging(), await messaging(), room()];
    const claims = await Promise.all([one, other].map(({ translations }) => translations.claim(main, wording)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    await one.translations.release(main, wording);
    expect([await other.translations.claim(main, wording), await one.translations.claim(main, wording)]).toEqual([true, false]);
    expect(await other.translations.known(main, [wording])).toEqual([null]);
    await one.translations.keep(main, wording, translation);
    expect(await other.translations.known(main, [{ ...wording, digest: 'b' }, wording])).toEqual([null, translation]);
    expect(await direct.ttl(`yaji.translations.${main}`)).toBeGreaterThan(80_000);
    await other.translations.forget(main, { ...wording, digest: 'b' });
    expect(await one.translations.known(main, [wording])).toEqual([translation]);
    await other.translations.forget(main, wording);
    expect(await one.translations.known(main, [wording])).toEqual([null]);
    await one.translations.keep(main, wording, translation);
    await one.translations.forget(main);
    expect(await direct.keys('yaji.translations.*')).toEqual([]);
  });

  it('are unknown and not begun without Redis', async () => {
    const [one, main] = [await messaging(), room()];
    await takeAway(one);
    expect([await one.translations.known(main, [wording]), await one.translations.claim(main, wording)]).toEqual(['unknown', false]);
    await expect(one.translations.keep(main, wording, translation)).resolves.toBeUndefined();
    await expect(one.translations.forget(main)).resolves.toBeUndefined();
    await bringBack(one);
  });
});

describe('the bell', () => {
  it('brings records to other processes, not back to its own', async () => {
    const [one, other] = [await messaging(), await messaging()];
    const heard: unknown[] = [];
    const echo: unknown[] = [];
    one.bell.listen((...rung) => { echo.push(rung); });
    const stop = other.bell.listen((...rung) => { heard.push(rung); });
    const roomId = room();
    const records = [record(4), record(5)];
    one.bell.ring(roomId, records);
    await until(() => heard.length > 0);
    stop();
    one.bell.ring(roomId, [record(6)]);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    expect(heard).toEqual([[roomId, records, 5]]);
    expect(echo).toEqual([]);
  });

  it('carries only the number where the records are too large', async () => {
    const [one, other] = [await messaging(), await messaging()];
    const heard: unknown[] = [];
    other.bell.listen((...rung) => { heard.push(rung); });
    const roomId = room();
    one.bell.ring(roomId, [record(7, '长'.repeat(12_000))]);
    await until(() => heard.length > 0);
    expect(heard).toEqual([[roomId, [], 7]]);
  });

  it('is silent while Redis is away, throws at nobody, and rings again after its restart', async () => {
    const reported: Error[] = [];
    const [one, other] = [await messaging(reported), await messaging()];
    const heard: number[] = [];
    other.bell.listen((_room, _records, upTo) => { heard.push(upTo); });
    await takeAway(one, other);
    expect(() => { one.bell.ring(room(), [record(1)]); }).not.toThrow();
    await until(() => reported.length > 0);
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    expect(reported).toHaveLength(2);
    expect(reported.every((error) => error instanceof RedisAway)).toBe(true);
    await bringBack(one, other);
    await until(() => {
      one.bell.ring(room(), [record(2)]);
      return heard.length > 0;
    });
    expect(heard).toContain(2);
  });
});

describe('presence', () => {
  it('counts who was seen in each place, until they leave', async () => {
    const { presence } = await messaging();
    const roomId = room();
    await presence.touch(roomId, [{ participantId: ann, place: 'remote' }, { participantId: person('bob'), place: 'hall' }, { participantId: ann, place: 'hall' }]);
    expect(await presence.counts(roomId)).toEqual({ remote: 1, hall: 2 });
    await presence.leave(roomId, { participantId: ann, place: 'hall' });
    expect(await presence.counts(roomId)).toEqual({ remote: 1, hall: 1 });
    expect(await presence.lastSeen(roomId, ann)).toBeGreaterThan(Date.now() - 5_000);
  });

  it('does not call anybody absent because Redis is away, or came back empty', async () => {
    const one = await messaging();
    const { presence } = one;
    const roomId = room();
    await presence.touch(roomId, [{ participantId: ann, place: 'remote' }]);
    await takeAway(one);
    expect(await presence.counts(roomId)).toBe('unknown');
    expect(await presence.lastSeen(roomId, ann)).toBe('unknown');
    await presence.touch(roomId, [{ participantId: ann, place: 'remote' }]);
    await direct.flushall();
    await bringBack(one);
    await presence.touch(roomId, [{ participantId: person('bob'), place: 'remote' }]);
    expect(await presence.lastSeen(roomId, ann)).toBe('unknown');
  });
});

describe('a Redis that does not answer', () => {
  it('keeps nobody waiting', async () => {
    const one = await messaging();
    redis.freeze();
    const asked = performance.now();
    one.bell.ring(room(), [record(1)]);
    expect(await one.presence.counts(room())).toBe('unknown');
    await one.mediaNodes.announce({ nodeId: 'a', url: 'http://a', load: 0 });
    await expect(one.queues.add({ name: 'minutes-render', data: { roomId: room(), upTo: 1 } })).rejects.toBeInstanceOf(RedisAway);
    expect(performance.now() - asked).toBeLessThan(8_000);
    // What was said into the silence shall not arrive in the next test.
    redis.cut();
  });
});

describe('media nodes', () => {
  it('are listed by their load, until they withdraw', async () => {
    const { mediaNodes } = await messaging();
    expect(await mediaNodes.list()).toEqual([]);
    await mediaNodes.announce({ nodeId: 'b', url: 'http://b', load: 0.7 });
    await mediaNodes.announce({ nodeId: 'a', url: 'http://a', load: 0.2 });
    expect((await mediaNodes.list() as { nodeId: string }[]).map(({ nodeId }) => nodeId)).toEqual(['a', 'b']);
    await mediaNodes.withdraw('a');
    expect(await mediaNodes.list()).toEqual([{ nodeId: 'b', url: 'http://b', load: 0.7 }]);
  });

  it('are those last known while Redis is away', async () => {
    const one = await messaging();
    await one.mediaNodes.announce({ nodeId: 'a', url: 'http://a', load: 0 });
    await one.mediaNodes.list();
    await takeAway(one);
    expect(await one.mediaNodes.list()).toEqual([{ nodeId: 'a', url: 'http://a', load: 0 }]);
  });
});

describe('jobs', () => {
  const jobIn = (roomId: RoomId): Job => ({ name: 'minutes-render', data: { roomId, upTo: 12 } });
  const work = (minutes: JobWork['minutes-render']): JobWork => ({ ...evenWork(async () => undefined), 'minutes-render': minutes });
  const start = (one: Messaging, jobs: JobWork, reported: Error[] = []): { close(): Promise<void> } => {
    const workers = jobWorkers({ url: redis.url, work: jobs, queues: one.queues, news: one.jobNews, report: (error) => { reported.push(error); } });
    open.unshift(workers);
    return workers;
  };

  it('run once by their id, and tell how far they are', async () => {
    const one = await messaging();
    const roomId = room();
    const told: JobProgress[] = [];
    one.jobNews.listen((where, progress) => { if (where === roomId) told.push(progress); });
    const runs: unknown[] = [];
    start(one, work(async (run) => {
      runs.push([run.jobId, run.data, run.attempt]);
      await run.tell({ percent: 40, leftMs: 1_000, step: 'writing' });
    }));
    await one.queues.add(jobIn(roomId));
    await one.queues.add(jobIn(roomId));
    await until(() => told.some(({ state }) => state === 'done'));
    expect(runs).toEqual([[jobIdOf(jobIn(roomId)), { roomId, upTo: 12 }, 1]]);
    expect(told.map(({ state, percent }) => [state, percent])).toEqual([['waiting', 0], ['running', 0], ['running', 40], ['done', 100]]);
    expect(await one.jobNews.latest(roomId)).toMatchObject([{ state: 'done', jobId: `minutes-render:${roomId}:12` }]);
  });

  it('that fail for good say why, and can be tried again', async () => {
    const one = await messaging();
    const roomId = room();
    let broken = true;
    start(one, work(async () => {
      if (broken) throw hopeless('no such recording');
    }));
    await one.queues.add(jobIn(roomId));
    await until(async () => (await one.jobNews.latest(roomId))[0]?.state === 'failed');
    expect(await one.jobNews.latest(roomId)).toMatchObject([{ state: 'failed', error: 'no such recording' }]);
    broken = false;
    expect(await one.queues.retry('nobody')).toBe('not-there');
    expect(await one.queues.retry(jobIdOf(jobIn(roomId)))).toBe('done');
    await until(async () => (await one.jobNews.latest(roomId))[0]?.state === 'done');
    expect(await one.jobNews.latest(roomId)).toMatchObject([{ state: 'done' }]);
  });

  it('are not taken while Redis is away: the outbox keeps them', async () => {
    const one = await messaging();
    await takeAway(one);
    await expect(one.queues.add(jobIn(room()))).rejects.toBeInstanceOf(RedisAway);
  });

  it('are let go at once when the worker closes, and done by the next', async () => {
    const one = await messaging();
    const roomId = room();
    let begun = false;
    const first = start(one, work(({ signal }) => new Promise((_, reject) => {
      begun = true;
      signal.addEventListener('abort', () => { reject(new Error('shutting down')); });
    })));
    await one.queues.add(jobIn(roomId));
    await until(() => begun);
    await first.close();
    start(one, work(async () => undefined));
    await until(async () => (await one.jobNews.latest(roomId))[0]?.state === 'done', 20_000);
    expect(await one.jobNews.latest(roomId)).toMatchObject([{ state: 'done' }]);
  }, 30_000);
});
