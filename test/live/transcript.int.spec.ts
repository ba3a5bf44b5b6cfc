import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommandOf, Problem, Told, Transcript } from '@yaji/contracts';
import { dataSource, PublicationEntity } from '@yaji/persistence';
import { freshDatabase, services } from '../support/services.ts';
import { type Api, call, joinBy, makeSalon, personalLink, startApi } from './api.ts';
import { sit } from './client.ts';

let api: Api;
let database: ReturnType<typeof dataSource>;

const bring = async (path: string, token: string, file: string, type = 'text/vtt'): Promise<{ status: number; body: Partial<Problem> }> => {
  const answer = await fetch(api.url + path, { method: 'PUT', headers: { authorization: `Bearer ${token}`, 'content-type': type }, body: file });
  return { status: answer.status, body: answer.status === 204 ? {} : await answer.json() as Problem };
};
const vtt = (...cues: [number, number, string][]) => ['WEBVTT', ...cues.map(([from, to, text]) => `${clock(from)} --> ${clock(to)}\n${text}`)].join('\n\n');
const clock = (ms: number) => new Date(ms).toISOString().slice(11, 23);

describe('the transcript', () => {
  beforeAll(async () => {
    const url = await freshDatabase();
    api = await startApi({ DATABASE_URL: url, REDIS_URL: (await services()).redisUrl });
    database = await dataSource({ url }).initialize();
  });
  afterAll(async () => {
    await api.close();
    await database.destroy();
  });

  it('is brought in by moderators, told by who had the floor, replaced per language, and read by those who were let in', async () => {
    const salon = await makeSalon(api.url);
    const path = `/api/rooms/${salon.roomId}/transcript`;
    const [chair, ann, bob] = [await joinBy(api.url, personalLink(salon, 'chair')), await joinBy(api.url, personalLink(salon, 'ann')), await joinBy(api.url, personalLink(salon, 'bob'))];
    const desk = await sit(api.url, chair, { roomId: salon.roomId });
    await sit(api.url, ann, { roomId: salon.roomId });
    await desk.say('floor.grantTo', { participantId: ann.participantId, afterTurn: 0 } satisfies CommandOf<'floor.grantTo'>['data']);
    const { body: { events } } = await call<{ events: Told[] }>(api.url, `/api/rooms/${salon.roomId}/log`, { bearer: chair.token });
    const [openedAt, grantedAt] = [events[0]?.at ?? 0, events.find(({ type }) => type === 'TurnStarted')?.at ?? 0];
    const read = async (token: string) => (await call<Transcript>(api.url, path, { bearer: token })).body.lines;

    // Nothing is published: times count from the opening of the room.
    const begun = grantedAt - openedAt;
    expect((await bring(`${path}/en`, chair.token, vtt([begun + 2_000, begun + 3_000, 'Second <b>words</b>'], [0, 500, 'Before anybody spoke']))).status).toBe(204);
    expect(await read(ann.token)).toEqual([
      { lineId: expect.any(String), turn: null, participantId: null, language: 'en', fromAt: openedAt, toAt: openedAt + 500, text: 'Before anybody spoke', source: 'brought' },
      { lineId: expect.any(String), turn: 1, participantId: ann.participantId, language: 'en', fromAt: grantedAt + 2_000, toAt: grantedAt + 3_000, text: 'Second words', source: 'brought' },
    ]);

    // Published in two pieces: times are the file's, over the break.
    const pieces = [{ offsetMs: 0, durationMs: 5_000, fromAt: openedAt }, { offsetMs: 5_000, durationMs: 5_000, fromAt: grantedAt + 60_000 }];
    const detail = { durationMs: 10_000, startedAt: openedAt, chapters: [], pieces };
    await database.getRepository(PublicationEntity).save({ roomId: salon.roomId, kind: 'recording', upTo: 1, fileId: 'rooms/none/recording-1.mp4', detail, madeAt: openedAt });
    expect((await bring(`${path}/zh-CN`, chair.token, vtt([6_000, 7_000, '第二段']))).status).toBe(204);
    expect((await bring(`${path}/en`, chair.token, vtt([6_000, 7_000, 'Better words']))).status).toBe(204);
    expect((await read(chair.token)).map(({ language, fromAt, turn, text }) => [language, fromAt - grantedAt, turn, text])).toEqual([['en', 61_000, 1, 'Better words'], ['zh-CN', 61_000, 1, '第二段']]);

    // A fault changes nothing, and neither do those who may not.
    expect(await bring(`${path}/en`, chair.token, 'WEBVTT\n\nno time')).toMatchObject({ status: 400, body: { code: 'contract/invalid', faults: [{ path: 'line 3' }] } });
    expect(await bring(`${path}/en`, chair.token, '{}', 'application/json')).toMatchObject({ status: 400, body: { faults: [{ path: 'content-type' }] } });
    expect(await bring(`${path}/nonsense_language`, chair.token, vtt())).toMatchObject({ status: 400 });
    expect(await bring(`${path}/en`, chair.token, vtt([0, 1, 'x'.repeat(1_100_000)]))).toMatchObject({ status: 413, body: { code: 'door/too-large' } });
    expect(await bring(`${path}/en`, ann.token, vtt())).toMatchObject({ status: 404, body: { code: 'door/not-found' } });
    expect(await read(chair.token)).toHaveLength(2);

    // Bob never came in; another salon's people are not let in; nobody is nobody.
    const stranger = await joinBy(api.url, personalLink(await makeSalon(api.url), 'chair'));
    for (const { token } of [bob, stranger]) expect((await call(api.url, path, { bearer: token })).status).toBe(404);
    expect((await call(api.url, path)).status).toBe(401);
    expect((await call(api.url, `/api/rooms/${randomUUID()}/transcript`, { bearer: chair.token })).status).toBe(404);
  });
});
