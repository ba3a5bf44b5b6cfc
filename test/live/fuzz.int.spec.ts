import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Ack, commandSchemas, type Joined, serverCommandSchemas } from '@yaji/contracts';
import fc from 'fast-check';
import { freshDatabase, services } from '../support/services.ts';
import { type Api, call, joinBy, makeSalon, personalLink, type Salon, startApi } from './api.ts';
import { readCommand } from '../../apps/api/src/live/read-command.ts';
import { refusalOf, sit } from './client.ts';

/** Below the burst that one socket may send. */
const perSocket = 18;
const rounds = 40;

const json = fc.anything({ withBigInt: false, withDate: false, withMap: false, withSet: false, withSparseArray: false, maxDepth: 6, key: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'type', 'data', 'commandId', 'toJSON')) });
const types = fc.constantFrom(...Object.keys(commandSchemas), ...Object.keys(serverCommandSchemas), '__proto__', 'constructor', 'hasOwnProperty', '');
const bodies = (roomId: string) => fc.oneof(
  json,
  fc.record({ commandId: fc.oneof(fc.constant(randomUUID()), fc.uuid(), json), roomId: fc.oneof({ weight: 5, arbitrary: fc.constant(roomId) }, json), type: types, data: json }, { requiredKeys: [] }),
  fc.string({ maxLength: 60_000, minLength: 30_000 }),
);

/** What comes out of the wire: JSON knows neither undefined nor NaN. */
const carried = (body: unknown): unknown => (JSON.parse(JSON.stringify([body])) as unknown[])[0];

describe('whatever is sent', () => {
  let api: Api;
  let salon: Salon;
  let ann: Joined;

  beforeAll(async () => {
    api = await startApi({ DATABASE_URL: await freshDatabase(), REDIS_URL: (await services()).redisUrl });
    salon = await makeSalon(api.url);
    ann = await joinBy(api.url, personalLink(salon, 'ann'));
  });
  afterAll(() => api.close());

  it('is answered or passed over, and changes nothing', async () => {
    const before = await sit(api.url, ann, { roomId: salon.roomId });
    const { seq } = before;
    // What comes out well-formed by chance is a command like any other.
    const samples = fc.sample(bodies(salon.roomId), perSocket * rounds).filter((body) => !readCommand(carried(body), salon.roomId).ok);
    for (let at = 0; at < samples.length; at += perSocket) {
      const client = await sit(api.url, ann, { roomId: salon.roomId });
      for (const body of samples.slice(at, at + perSocket)) {
        const ack = await client.socket.timeout(5_000).emitWithAck('command', body) as Ack;
        expect(refusalOf(ack)).toMatch(/^(contract|socket)\//);
      }
      client.close();
    }
    expect(before.seq).toBe(seq);
    expect(before.socket.connected).toBe(true);
    before.close();
    expect(({} as Record<string, unknown>)['roomId']).toBeUndefined();
  }, 120_000);

  it('is answered by the REST doors with a problem', async () => {
    const bearer = ann.token;
    for (const body of fc.sample(json, 60)) {
      const text = JSON.stringify(body);
      for (const [path, shown] of [['/api/join', undefined], [`/api/salons/${salon.salonId}/invitations`, bearer], ['/api/salons', bearer]] as const) {
        const { status } = await call(api.url, path, { method: 'POST', body: text, ...(shown ? { bearer: shown } : {}) });
        expect([400, 401, 404]).toContain(status);
      }
    }
    expect((await call(api.url, '/health/live')).status).toBe(200);
  }, 60_000);
});
