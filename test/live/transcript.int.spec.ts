import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommandOf, LineHistory, Problem, Replaced, Told, Transcript } from '@yaji/contracts';
import { dataSource, PublicationEntity, replaceSpoken } from '@yaji/persistence';
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

  it('is edited by moderators with a history, found and replaced after a look, and spelt by a glossary that they keep', async () => {
    const salon = await makeSalon(api.url);
    const path = `/api/rooms/${salon.roomId}/transcript`;
    const [chair, ann] = [await joinBy(api.url, personalLink(salon, 'chair')), await joinBy(api.url, personalLink(salon, 'ann'))];
    const desk = await sit(api.url, chair, { roomId: salon.roomId });
    const speaker = await sit(api.url, ann, { roomId: salon.roomId });
    await bring(`${path}/en`, chair.token, vtt([0, 900, 'Welcome to the tets park'], [1_000, 1_900, 'The tets are open'], [2_000, 2_900, 'Nothing here']));
    const lines = async () => (await call<Transcript>(api.url, path, { bearer: chair.token })).body.lines;
    const texts = async () => (await lines()).map(({ text }) => text);
    const [first] = await lines();
    const door = `${path}/lines/${first?.lineId}`;
    const edit = (body: unknown, bearer = chair.token) => call(api.url, door, { method: 'PATCH', bearer, body });
    expect((await edit({ before: first?.text, text: 'Welcome to the tets garden' })).status).toBe(204);
    expect(await edit({ before: first?.text, text: 'Too late' })).toMatchObject({ status: 409, body: { code: 'transcript/changed' } });
    expect((await call<LineHistory>(api.url, `${door}/history`, { bearer: chair.token })).body.edits).toMatchObject([{ by: chair.participantId, before: 'Welcome to the tets park', after: 'Welcome to the tets garden' }]);

    const replace = (apply: { found: number } | null, bearer = chair.token) => call<Replaced>(api.url, `${path}/replace`, { method: 'POST', bearer, body: { find: 'TETS', replace: 'tests', apply } });
    expect(await replace(null)).toMatchObject({ status: 200, body: { found: 2, applied: false, lines: [{ before: 'Welcome to the tets garden', after: 'Welcome to the tests garden' }, {}] } });
    expect(await replace({ found: 3 })).toMatchObject({ status: 409 });
    expect((await replace({ found: 2 })).body).toMatchObject({ found: 2, applied: true });
    expect(await texts()).toEqual(['Welcome to the tests garden', 'The tests are open', 'Nothing here']);
    expect((await call<LineHistory>(api.url, `${door}/history`, { bearer: chair.token })).body.edits).toHaveLength(2);

    // A recogniser takes the place of what it heard itself, and of nothing that a hand was at.
    const spoken = (text: string) => ({ turn: 1, source: 'service' as const, lines: [{ lineId: randomUUID(), turn: 1, participantId: ann.participantId, language: 'en', fromAt: Date.now(), toAt: Date.now(), text }] });
    expect([await replaceSpoken(database, salon.roomId, spoken('One')), await replaceSpoken(database, salon.roomId, spoken('Two'))]).toEqual([true, true]);
    const heard = (await lines()).find(({ source }) => source === 'service');
    expect(await texts()).not.toContain('One');
    expect((await call(api.url, `${path}/lines/${heard?.lineId}`, { method: 'PATCH', bearer: chair.token, body: { before: 'Two', text: 'Second' } })).status).toBe(204);
    expect(await replaceSpoken(database, salon.roomId, spoken('Three'))).toBe(false);
    expect(await texts()).toContain('Second');

    const glossary = `/api/salons/${salon.salonId}/glossary`;
    const terms = [{ text: 'Park of Tests', heardAs: ['bark of tests'] }];
    expect((await call(api.url, glossary, { method: 'PUT', bearer: chair.token, body: { terms } })).status).toBe(204);
    expect((await call(api.url, glossary, { bearer: chair.token })).body).toEqual({ terms });
    // Captions that come from now on are spelt so.
    await desk.say('caption.choose', { source: 'typist' });
    await speaker.until(({ room }) => room.captions === 'typist');
    expect(await desk.socket.timeout(5_000).emitWithAck('caption', { type: 'caption.say', data: { lineId: randomUUID(), language: 'en', text: 'In the bark of tests', final: true } })).toEqual({ ok: true });
    expect(await texts()).toContain('In the Park of Tests');

    for (const answer of [await edit({ before: 'x', text: 'y' }, ann.token), await replace(null, ann.token), await call(api.url, `${door}/history`, { bearer: ann.token }), await call(api.url, glossary, { bearer: ann.token })]) expect(answer.status).toBe(404);
    for (const wrong of [{}, { before: 'x', text: '' }, { before: 'x', text: 'y', more: 1 }]) expect((await edit(wrong)).status).toBe(400);
    expect((await call(api.url, `${path}/lines/${randomUUID()}`, { method: 'PATCH', bearer: chair.token, body: { before: 'x', text: 'y' } })).status).toBe(404);
    expect((await call(api.url, `/api/salons/${randomUUID()}/glossary`, { bearer: chair.token })).status).toBe(404);
  });
});
