import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Joined, Problem, PushList, PushSeen } from '@yaji/contracts';
import { dataSource, postgresPushAddresses } from '@yaji/persistence';
import { Redis } from 'ioredis';
import { freshDatabase, services } from '../support/services.ts';
import { type Api, call, joinBy, makeSalon, personalLink, type Salon, startApi } from './api.ts';
import { type Client, refusalOf, sit } from './client.ts';

const key = 'live_9f2c-4471-secret';
let api: Api;
let database: ReturnType<typeof dataSource>;
let salon: Salon;
let path: string;
let people: { chair: Joined; ann: Joined; eve: Joined };
let clients: Client[] = [];
let redis: Redis;
beforeAll(async () => {
  const url = await freshDatabase();
  const { redisUrl } = await services();
  redis = new Redis(redisUrl);
  api = await startApi({ DATABASE_URL: url, REDIS_URL: redisUrl });
  database = await dataSource({ url }).initialize();
  salon = await makeSalon(api.url);
  path = `/api/rooms/${salon.roomId}/pushes`;
  const [chair, ann, eve] = [await joinBy(api.url, personalLink(salon, 'chair')), await joinBy(api.url, personalLink(salon, 'ann')), await joinBy(api.url, salon.links.attendee, 'Eve Tester')];
  people = { chair, ann, eve };
  clients = await Promise.all([chair, ann, eve].map((joined) => sit(api.url, joined, { roomId: salon.roomId })));
});
afterAll(async () => {
  for (const client of clients) client.close();
  redis.disconnect();
  await api.close();
  await database.destroy();
});

const make = <T = Problem>(body: unknown, bearer: string) => call<T>(api.url, path, { method: 'POST', body, bearer });
const list = async () => (await call<PushList>(api.url, path, { bearer: people.chair.token })).body.pushes;
const remove = async (pushId: string, bearer: string) => (await call(api.url, `${path}/${pushId}`, { method: 'DELETE', bearer })).status;
const body = (url: string, more: object = {}) => ({ label: 'Channel', url, ...more });
/** An address of the public internet that nothing is sent to here. */
const outside = 'rtmps://1.1.1.1/app';

describe('addresses to push to', () => {
  it('are kept by moderators alone, encrypted, and told without their keys', async () => {
    const { chair, ann, eve } = people;
    const { status, body: made } = await make<PushSeen>(body(outside, { key, label: 'Channel Four' }), chair.token);
    expect([status, made]).toEqual([201, { pushId: made.pushId, label: 'Channel Four', host: '1.1.1.1', key: '••••cret', madeAt: expect.any(Number) }]);
    expect(await list()).toEqual([{ ...made, madeAt: expect.any(Number) }]);
    expect([(await make(body(outside, { key }), ann.token)).status, (await make(body(outside, { key }), eve.token)).status, (await call(api.url, path, { method: 'POST', body: body(outside, { key }) })).status]).toEqual([404, 404, 401]);
    expect([(await call(api.url, path, { bearer: ann.token })).status, (await call(api.url, path)).status, await remove(made.pushId, ann.token), await remove(randomUUID(), chair.token)]).toEqual([404, 401, 404, 404]);
    const other = await makeSalon(api.url);
    expect((await call(api.url, `/api/rooms/${other.roomId}/pushes`, { bearer: chair.token })).status).toBe(404);

    const rows = await database.query<{ row: string; address: Buffer }[]>('select room_push::text as row, address from room_push');
    for (const { row, address } of rows) {
      for (const secret of [key, '1.1.1.1', 'app']) expect([row.includes(secret), address.includes(secret), row.includes(Buffer.from(secret).toString('hex'))]).toEqual([false, false, false]);
    }
    const roomId = salon.roomId;
    expect(await postgresPushAddresses(database, api.configuration.secret).find(roomId, made.pushId)).toMatchObject({ label: 'Channel Four', address: { secure: true, host: '1.1.1.1', port: 443, app: 'app', key } });
    expect(await postgresPushAddresses(database, 'another secret of more than thirty-two letters').find(roomId, made.pushId)).toMatchObject({ address: null });
  });

  it('lead to no inner network, whatever they look like, and are nothing but RTMP', async () => {
    const { token } = people.chair;
    const codeOf = async (url: string, more: object = {}) => (await make(body(url, more), token)).body.code;
    const inner = [
      'rtmp://127.0.0.1/app/k', 'rtmp://localhost:1935/app/k', 'rtmp://2130706433/app/k', 'rtmp://0x7f.0.0.1/app/k', 'rtmp://0177.0.0.1/app/k', 'rtmp://127.1/app/k', 'rtmp://0.0.0.0/app/k', 'rtmp://10.0.0.1/app/k', 'rtmp://192.168.1.1/app/k',
      'rtmp://172.20.0.1/app/k', 'rtmps://169.254.169.254/latest/k', 'rtmp://[::1]/app/k', 'rtmp://[::ffff:127.0.0.1]/app/k', 'rtmp://[fe80::1]/app/k', 'rtmp://[fd00::1]/app/k', 'rtmp://[64:ff9b::7f00:1]/app/k',
    ];
    for (const url of inner) expect([url, await codeOf(url)]).toEqual([url, 'push/host-forbidden']);
    for (const url of ['http://1.1.1.1/app/k', 'file:///etc/passwd', 'rtmp://me:pass@1.1.1.1/app/k', 'rtmp://1.1.1.1/app', 'rtmp://1.1.1.1/app/k\nrtmp_app=x', 'concat:a|b', 'rtmp://1.1.1.1/app/k#x']) expect([url, await codeOf(url)]).toEqual([url, 'push/address']);
    expect(await codeOf('rtmp://nowhere.invalid/app/k')).toBe('push/host-unknown');
    const invalid = [body(''), body(`rtmp://1.1.1.1/${'a'.repeat(600)}`), body(outside, { key: '' }), body(outside, { key, extra: 1 }), body(outside, { key, label: '' }), body(outside, { key, label: 'rtmp://1.1.1.1/app/k' }), { url: outside }, null];
    for (const wrong of invalid) {
      const { body: problem, status } = await make(wrong, token);
      expect([status, problem.code, JSON.stringify(problem).includes(key)]).toEqual([400, 'contract/invalid', false]);
    }
  });

  it('are started and stopped in the room, whose log and views never hold one, and removed with their push', async () => {
    const [chair, ann] = clients as [Client, Client];
    const { body: { pushId } } = await make<PushSeen>(body(outside, { key }), people.chair.token);
    expect(refusalOf(await ann.say('stream.startPush', { pushId, label: 'Channel' }))).toBe('member/role-may-not');
    expect(refusalOf(await chair.say('stream.startPush', { pushId, label: 'rtmp://1.1.1.1/app/key' }))).toBe('contract/invalid');
    expect(refusalOf(await chair.say('stream.startPush', { pushId, label: 'Channel' }))).toBeNull();
    await ann.until(({ room }) => room.stream.pushes.length === 1);
    expect(ann.room.stream.pushes).toEqual([{ pushId, label: 'Channel', startedAt: expect.any(Number) }]);
    const log = await database.query<{ row: string }[]>('select room_event::text as row from room_event');
    expect(log.filter(({ row }) => row.includes(key) || row.includes('1.1.1.1'))).toEqual([]);
    const states = [{ pushId, state: 'trouble', why: 'refused', againInMs: 8_000 }];
    await redis.publish(`notice.${salon.roomId}`, JSON.stringify({ kind: 'pushStates', states }));
    await chair.until(({ notices }) => notices.some(({ name }) => name === 'pushStates'));
    expect([chair, ann].map(({ notices }) => notices.filter(({ name }) => name === 'pushStates').map(({ words }) => words))).toEqual([[states], []]);
    expect(await remove(pushId, people.chair.token)).toBe(204);
    await ann.until(({ room }) => room.stream.pushes.length === 0);

    const kept = (await list()).length;
    for (let more = kept; more < 20; more += 1) expect((await make(body(outside, { key }), people.chair.token)).status).toBe(201);
    expect(await make(body(outside, { key }), people.chair.token)).toMatchObject({ status: 409, body: { code: 'push/too-many' } });
    const addresses = postgresPushAddresses(database, api.configuration.secret);
    expect(await addresses.rooms()).toEqual([salon.roomId]);
    await addresses.clear(salon.roomId);
    expect(await addresses.find(salon.roomId, pushId)).toBeNull();
    expect(await list()).toEqual([]);
  });
});
