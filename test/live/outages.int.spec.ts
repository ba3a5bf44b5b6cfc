import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Ack, JobProgress, Written } from '@yaji/contracts';
import { dataSource, PublicationEntity } from '@yaji/persistence';
import { eventually } from '../media/eventually.ts';
import { relayTo, type Relay } from '../support/relay.ts';
import { freshDatabase, services } from '../support/services.ts';
import { type Api, call, joinBy, makeSalon, personalLink, startApi } from './api.ts';
import { type Client, refusalOf, sit } from './client.ts';

describe('while a service is away', () => {
  let postgres: Relay;
  let redis: Relay;
  let api: Api;
  let database: ReturnType<typeof dataSource>;

  beforeAll(async () => {
    const url = await freshDatabase();
    postgres = await relayTo(url);
    database = await dataSource({ url }).initialize();
    redis = await relayTo((await services()).redisUrl);
    api = await startApi({ DATABASE_URL: postgres.url, REDIS_URL: redis.url });
  });
  afterAll(async () => {
    await api.close();
    await database.destroy();
    await postgres.close();
    await redis.close();
  });

  const seat = async (): Promise<Client> => {
    const salon = await makeSalon(api.url);
    return sit(api.url, await joinBy(api.url, personalLink(salon, 'chair')), { roomId: salon.roomId });
  };
  const timed = async (say: () => Promise<Ack>): Promise<{ ack: Ack; tookMs: number }> => {
    const asked = performance.now();
    return { ack: await say(), tookMs: performance.now() - asked };
  };
  const works = async (client: Client): Promise<void> => {
    const giveUp = Date.now() + 10_000;
    for (;;) {
      const ack = await client.say('floor.closeList', {});
      if (ack.ok) return;
      expect(Date.now()).toBeLessThan(giveUp);
      await wait(250);
    }
  };

  for (const fault of ['cut', 'freeze'] as const) {
    it(`says so within two seconds and goes on afterwards: Postgres ${fault}`, async () => {
      const client = await seat();
      postgres[fault]();
      const { ack, tookMs } = await timed(() => client.say('floor.reopenList', {}));
      expect(refusalOf(ack)).toBe('socket/unavailable');
      expect(tookMs).toBeLessThan(2_500);
      expect((await call(api.url, '/health/live')).status).toBe(200);
      expect((await call(api.url, '/health/ready')).status).toBe(503);
      postgres.mend();
      await works(client);
      expect((await call(api.url, '/health/ready')).status).toBe(200);
      expect(client.socket.connected).toBe(true);
      client.close();
    }, 30_000);
  }

  it('commits all the same without Redis, and is alive and ready', async () => {
    const client = await seat();
    redis.cut();
    expect((await client.say('floor.closeList', {})).ok).toBe(true);
    client.socket.emit('reaction', { kind: 'heart' });
    await client.until(({ notices }) => notices.some((notice) => notice.name === 'reactions' && notice.words.heart === 1));
    expect(await client.socket.timeout(3_000).emitWithAck('mediaPass')).toMatchObject({ url: api.configuration.mediaUrl });
    expect((await call(api.url, '/health/ready')).status).toBe(200);
    redis.mend();
    client.close();
  });

  it('minutes are read all the same without Redis, gone or silent; what is behind in them is made anew once it is back', async () => {
    const salon = await makeSalon(api.url);
    const chair = await joinBy(api.url, personalLink(salon, 'chair'));
    const client = await sit(api.url, chair, { roomId: salon.roomId });
    expect((await client.say('room.close', {})).ok).toBe(true);
    client.close();
    // As the worker left them, of another transcript than there is now.
    await database.getRepository(PublicationEntity).save({ roomId: salon.roomId, kind: 'minutes', upTo: 3, fileId: `rooms/${salon.roomId}/minutes.md`, madeAt: Date.now(), detail: { lines: 'of before' } });
    const read = async (what: string) => {
      const asked = performance.now();
      const { status, body } = await call<Written & { jobs: JobProgress[] }>(api.url, `/api/rooms/${salon.roomId}/${what}`, { bearer: chair.token });
      return { status, body, tookMs: performance.now() - asked };
    };
    for (const fault of ['cut', 'freeze'] as const) {
      redis[fault]();
      for (const what of ['written/minutes', 'written/report', 'written/minutes?language=zh-CN']) {
        const { status, body, tookMs } = await read(what);
        expect([fault, what, status, body.isBehind, tookMs < 2_500]).toEqual([fault, what, 200, true, true]);
      }
      redis.mend();
    }
    await eventually(async () => {
      expect((await read('written/minutes')).status).toBe(200);
      const { body: { jobs } } = await read('aftermath');
      expect(jobs.filter(({ jobId, state }) => jobId.startsWith('minutes-render') && /\D3-\d+$/.test(jobId) && state === 'waiting')).toHaveLength(1);
    });
  }, 30_000);
});
