import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Ack } from '@yaji/contracts';
import { relayTo, type Relay } from '../support/relay.ts';
import { freshDatabase, services } from '../support/services.ts';
import { type Api, call, joinBy, makeSalon, personalLink, startApi } from './api.ts';
import { type Client, refusalOf, sit } from './client.ts';

describe('while a service is away', () => {
  let postgres: Relay;
  let redis: Relay;
  let api: Api;

  beforeAll(async () => {
    postgres = await relayTo(await freshDatabase());
    redis = await relayTo((await services()).redisUrl);
    api = await startApi({ DATABASE_URL: postgres.url, REDIS_URL: redis.url });
  });
  afterAll(async () => {
    await api.close();
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
});
