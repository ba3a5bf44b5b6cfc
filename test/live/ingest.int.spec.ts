import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IngestList, IngestMade, Problem } from '@yaji/contracts';
import { dataSource, type IngestKeys, postgresIngestKeys } from '@yaji/persistence';
import { freshDatabase, services } from '../support/services.ts';
import { type Api, call, joinBy, makeSalon, personalLink, startApi } from './api.ts';
import { sit } from './client.ts';

let api: Api;
let database: ReturnType<typeof dataSource>;
let keys: IngestKeys;
beforeAll(async () => {
  const url = await freshDatabase();
  api = await startApi({ DATABASE_URL: url, REDIS_URL: (await services()).redisUrl });
  database = await dataSource({ url }).initialize();
  keys = postgresIngestKeys(database);
});
afterAll(async () => {
  await api.close();
  await database.destroy();
});

describe('keys of encoders', () => {
  it('are made by moderators for anybody of the room, by speakers for themselves, told once, and taken back', async () => {
    const salon = await makeSalon(api.url);
    const path = `/api/rooms/${salon.roomId}/ingest`;
    const [chair, ann, eve] = [await joinBy(api.url, personalLink(salon, 'chair')), await joinBy(api.url, personalLink(salon, 'ann')), await joinBy(api.url, salon.links.attendee, 'Eve Tester')];
    const make = <T = Problem>(body: unknown, bearer: string) => call<T>(api.url, path, { method: 'POST', body, bearer });
    const list = async (bearer: string) => (await call<IngestList>(api.url, path, { bearer })).body.keys;
    expect((await make({ participantId: ann.participantId }, chair.token)).status).toBe(404);
    const clients = await Promise.all([chair, ann, eve].map((joined) => sit(api.url, joined, { roomId: salon.roomId })));

    const { status, body: made } = await make<IngestMade>({ participantId: ann.participantId, label: 'Rack 2' }, chair.token);
    expect(status).toBe(201);
    expect(made.url).toBe(`${api.configuration.mediaUrl}/whip/${salon.roomId}`);
    expect(await api.tokens.verifyIngest(made.token)).toEqual({ roomId: salon.roomId, participantId: ann.participantId, ingestId: made.ingestId });
    expect(made.expiresAt).toBeGreaterThan(Date.now() + 5 * 3_600_000);
    const { body: own } = await make<IngestMade>({ participantId: ann.participantId }, ann.token);

    const refused = [await make({ participantId: chair.participantId }, ann.token), await make({ name: { en: 'Camera' } }, ann.token), await make({ participantId: eve.participantId }, eve.token)];
    expect(refused.map(({ status: code }) => code)).toEqual([404, 404, 404]);
    expect((await make({ participantId: randomUUID() }, chair.token)).body.faults).toEqual([{ path: 'participantId', message: 'is nobody of this room' }]);
    expect((await make({ participantId: ann.participantId, name: { en: 'Both' } }, chair.token)).status).toBe(400);
    expect((await call(api.url, path)).status).toBe(401);
    expect((await call(api.url, path, { bearer: eve.token })).status).toBe(404);

    const { body: camera } = await make<IngestMade>({ name: { en: 'Main camera' } }, chair.token);
    expect(await list(chair.token)).toMatchObject([{ participantId: camera.participantId }, { ingestId: own.ingestId, label: null }, { ingestId: made.ingestId, label: 'Rack 2', inUse: false, url: made.url }]);
    expect((await list(ann.token)).map(({ ingestId }) => ingestId)).toEqual([own.ingestId, made.ingestId]);
    expect(JSON.stringify(await list(chair.token))).not.toContain('token');

    expect(await keys.hold([made.ingestId, camera.ingestId, randomUUID()])).toEqual(expect.arrayContaining([made.ingestId, camera.ingestId]));
    expect((await list(chair.token)).map(({ inUse }) => inUse)).toEqual([true, false, true]);
    const revoke = async (id: string, bearer: string) => (await call(api.url, `${path}/${id}`, { method: 'DELETE', bearer })).status;
    expect([await revoke(camera.ingestId, ann.token), await revoke(made.ingestId, eve.token), await revoke(randomUUID(), chair.token)]).toEqual([404, 404, 404]);
    expect([await revoke(made.ingestId, ann.token), await revoke(camera.ingestId, chair.token), await revoke(camera.ingestId, chair.token)]).toEqual([204, 204, 404]);
    expect(await keys.hold([made.ingestId, camera.ingestId, own.ingestId])).toEqual([own.ingestId]);
    for (const client of clients) client.close();
  });
});
