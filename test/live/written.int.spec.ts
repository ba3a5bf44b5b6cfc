import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActionSuggestions, DraftChange, Edition, Joined, OwnQuote, Problem, RoomStatistics, Written } from '@yaji/contracts';
import type { StoredSummary, Summary } from '@yaji/chronicle';
import { dataSource, editionOf, PublicationEntity, replaceTranscript } from '@yaji/persistence';
import { fileId, openStorage, type Storage } from '@yaji/platform';
import canonicalize from 'canonicalize';
import { freshDatabase, services } from '../support/services.ts';
import { type Api, call, joinBy, makeSalon, personalLink, type Salon, startApi } from './api.ts';
import { sit } from './client.ts';

let api: Api;
let database: ReturnType<typeof dataSource>;
let storage: Storage;
let salon: Salon;
let [chair, ann, bob]: Joined[] = [];

const said = 'We shall publish one calendar for all parks.';

type Asked = { who: Joined | undefined; kind?: string; language?: string };
const written = (path = '', kind = 'minutes'): string => `/api/rooms/${salon.roomId}/written/${kind}${path}`;
const read = async ({ who, kind = 'minutes', language = 'en' }: Asked) => call<Written & Problem>(api.url, `${written('', kind)}?language=${language}`, { bearer: who?.token ?? '' });
const revisionOf = async (kind = 'minutes'): Promise<number> => (await read({ who: chair, kind })).body.draft?.revision ?? -1;
const send = async (change: DraftChange, more: { who?: Joined | undefined; kind?: string; revision?: number } = {}) => call(api.url, written('', more.kind), {
  method: 'PATCH', bearer: (more.who ?? chair)?.token ?? '', body: { revision: more.revision ?? await revisionOf(more.kind), change },
});
const post = <T = Edition & Problem>(path: string, body: unknown, { who = chair, kind = 'minutes' } = {}) => call<T>(api.url, written(path, kind), { method: 'POST', bearer: who?.token ?? '', body });
const suggest = (who: Joined | undefined) => call<ActionSuggestions & Problem>(api.url, written('/suggestions'), { bearer: who?.token ?? '' });
const wordsOf = ({ document }: Written): string => JSON.stringify(document);

beforeAll(async () => {
  const url = await freshDatabase();
  api = await startApi({ DATABASE_URL: url, REDIS_URL: (await services()).redisUrl });
  database = await dataSource({ url }).initialize();
  storage = await openStorage(api.configuration);
  salon = await makeSalon(api.url);
  [chair, ann, bob] = [await joinBy(api.url, personalLink(salon, 'chair')), await joinBy(api.url, personalLink(salon, 'ann')), await joinBy(api.url, personalLink(salon, 'bob'))];
  const desk = await sit(api.url, chair, { roomId: salon.roomId });
  await sit(api.url, ann, { roomId: salon.roomId });
  await desk.say('agenda.startTopic', { itemId: 'table' as never, topicId: 'one' as never });
  await desk.say('floor.grantTo', { participantId: ann.participantId, afterTurn: 0 });
  await desk.say('floor.end', { turn: 1 });
  desk.close();
});
afterAll(async () => {
  await api.close();
  await database.destroy();
});

/** As the worker leaves it. */
async function summarised(at: number): Promise<void> {
  const statement = { lineIds: ['a'], turn: 1, participantId: ann?.participantId ?? null, language: 'en', fromAt: at, toAt: at + 3_000, text: said };
  const essence = { statements: [statement], told: {} };
  const summary: Summary = { turns: [{ turn: 1, ...essence }], topics: [{ itemId: 'table' as never, topicId: 'one' as never, ...essence }], room: essence };
  const file = fileId('rooms', salon.roomId, 'summary-9.json');
  await storage.write(file, JSON.stringify({ summary, notes: [] } satisfies StoredSummary));
  await database.getRepository(PublicationEntity).save({ roomId: salon.roomId, kind: 'minutes', upTo: 9, fileId: file, madeAt: at, detail: { summary: file } });
}

describe('what is written down', () => {
  it('is there once the room is closed, in both languages, for those who were let in; a report’s draft for moderators alone', async () => {
    expect((await read({ who: chair })).status).toBe(404);
    const counted = (who: Joined | undefined) => call(api.url, `/api/rooms/${salon.roomId}/statistics`, { bearer: who?.token ?? '' });
    expect([(await counted(chair)).status, (await counted(ann)).status]).toEqual([200, 404]);
    const desk = await sit(api.url, chair ?? fail(), { roomId: salon.roomId });
    await desk.say('room.close', {});
    await summarised(Date.now());
    const minutes = await read({ who: ann });
    expect([minutes.status, minutes.body.state, minutes.body.draft, minutes.body.editions]).toEqual([200, 'draft', null, []]);
    expect(wordsOf(minutes.body)).toContain('Ann Tester');
    expect((await read({ who: ann, language: 'zh-CN' })).body.document).toMatchObject({ language: 'zh-CN' });
    expect((await read({ who: ann, language: 'xx' })).status).toBe(400);
    const report = await read({ who: chair, kind: 'report' });
    expect([report.status, report.body.draft, report.body.isBehind]).toMatchObject([200, { revision: 0, draft: { quotes: 'all' } }, true]);
    expect(wordsOf(report.body)).toContain(said);
    expect((await read({ who: ann, kind: 'report' })).status).toBe(404);
    expect((await read({ who: ann, kind: 'novel' })).status).toBe(400);
    const stranger = await joinBy(api.url, personalLink(await makeSalon(api.url), 'chair'));
    for (const who of [bob, stranger]) expect((await read({ who })).status).toBe(404);
    expect((await call(api.url, written())).status).toBe(401);
  });

  it('is counted, too; who waited and who asked is told to moderators alone', async () => {
    const count = (who: Joined | undefined, language = 'en') => call<RoomStatistics>(api.url, `/api/rooms/${salon.roomId}/statistics?language=${language}`, { bearer: who?.token ?? '' });
    const [own, others] = [(await count(chair)).body, (await count(ann)).body];
    expect(own.speaking.person).toMatchObject([{ key: ann?.participantId, name: 'Ann Tester' }]);
    expect(own.tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['speaking-person', 'attendance', 'waits', 'questions']));
    expect(others).toEqual({ ...own, waiting: { ...own.waiting, waits: null }, tables: own.tables.filter(({ name }) => !['attendance', 'waits', 'questions'].includes(name)) });
    expect((await count(chair, 'zh-CN')).body.tables.map(({ columns }) => columns.length)).toEqual(own.tables.map(({ columns }) => columns.length));
    expect([(await count(bob)).status, (await count(undefined)).status, (await count(ann, 'xx')).status]).toEqual([404, 401, 400]);

    const file = (who: Joined | undefined, table: string, language = 'zh-CN') =>
      fetch(`${api.url}/api/rooms/${salon.roomId}/statistics/tables/${table}?language=${language}`, { headers: who ? { authorization: `Bearer ${who.token}` } : {} });
    const speaking = await file(ann, 'speaking-person');
    expect([speaking.status, speaking.headers.get('content-type'), speaking.headers.get('content-disposition'), speaking.headers.get('cache-control')])
      .toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="speaking-person-zh-cn.csv"', 'no-store']);
    const bytes = Buffer.from(await speaking.arrayBuffer());
    const shown = (await count(ann, 'zh-CN')).body.tables.find(({ name }) => name === 'speaking-person');
    expect(bytes.toString('utf8')).toBe(`\uFEFF${[shown?.columns ?? [], ...shown?.rows ?? []].map((cells) => cells.map((cell) => cell ?? '').join(',')).join('\r\n')}\r\n`);
    expect([(await file(chair, 'waits')).status, (await file(ann, 'waits')).status, (await file(chair, 'nothing')).status, (await file(bob, 'turns')).status, (await file(undefined, 'turns')).status]).toEqual([200, 404, 404, 404, 401]);
    expect([(await file(chair, '..%2Fx')).status, (await file(chair, 'turns', 'xx')).status]).toEqual([400, 400]);
  });

  it('quotes only who agreed, where that is wanted, and nobody is quoted with words of their own making', async () => {
    const quotes = async (who: Joined | undefined) => (await call<{ quotes: OwnQuote[] }>(api.url, `/api/rooms/${salon.roomId}/quotes`, { bearer: who?.token ?? '' })).body.quotes;
    const answer = (who: Joined | undefined, body: unknown) => call(api.url, `/api/rooms/${salon.roomId}/quotes`, { method: 'PUT', bearer: who?.token ?? '', body });
    expect(await quotes(ann)).toEqual([{ text: said, fromAt: expect.any(Number), agreed: null }]);
    expect(await quotes(chair)).toEqual([]);
    expect((await send({ what: 'quotes', quotes: 'agreed' }, { kind: 'report' })).status).toBe(204);
    expect(wordsOf((await read({ who: chair, kind: 'report' })).body)).not.toContain(said);
    expect((await answer(ann, { text: 'I am the greatest.', agreed: true })).status).toBe(404);
    expect((await answer(chair, { text: said, agreed: true })).status).toBe(404);
    expect((await answer(ann, { text: said, agreed: true })).status).toBe(204);
    expect(wordsOf((await read({ who: chair, kind: 'report' })).body)).toContain(said);
    expect((await answer(ann, { text: said, agreed: false })).status).toBe(204);
    expect([(await quotes(ann))[0]?.agreed, wordsOf((await read({ who: chair, kind: 'report' })).body).includes(said)]).toEqual([false, false]);
  });

  it('is changed by moderators who saw what they change, one after the other', async () => {
    const { document } = (await read({ who: chair, kind: 'report' })).body;
    const key = document.blocks.flatMap((block) => (block.kind === 'paragraph' && block.key !== null ? [block.key] : []))[0] ?? 'none';
    const change: DraftChange = { what: 'text', key, language: 'en', text: 'In <b>other</b> words.' };
    const revision = await revisionOf('report');
    const both = await Promise.all([send(change, { kind: 'report', revision }), send({ ...change, text: 'In yet others.' }, { kind: 'report', revision })]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'edition/moved-on' });
    await send(change, { kind: 'report' });
    const after = (await read({ who: chair, kind: 'report' })).body;
    expect(after.document.blocks.find((block) => block.kind === 'paragraph' && block.key === key)).toMatchObject({ runs: [{ text: 'In <b>other</b> words.' }] });
    expect(wordsOf((await read({ who: chair, kind: 'report', language: 'zh-CN' })).body)).not.toContain('other');
    expect((await send(change, { kind: 'report', who: ann })).status).toBe(404);
    for (const wrong of [{ what: 'text', key: '../..', language: 'en', text: 'x' }, { what: 'text', key, language: 'en', text: 'x'.repeat(5_000) }, { what: 'all' }]) expect((await send(wrong as DraftChange, { kind: 'report' })).status).toBe(400);
  });

  it('takes up tasks and decisions that nobody marked', async () => {
    const action = { actionId: randomUUID(), kind: 'action' as const, what: 'Send the calendar round', who: [ann?.participantId ?? fail()], organisation: null, by: '2026-12-15' };
    expect((await send({ what: 'action', action })).status).toBe(204);
    expect((await send({ what: 'action', action: { ...action, actionId: randomUUID(), kind: 'decision', what: 'One calendar for all', who: [], by: null } })).status).toBe(204);
    const words = wordsOf((await read({ who: ann })).body);
    for (const part of ['Send the calendar round', 'One calendar for all']) expect(words).toContain(part);
    expect(wordsOf((await read({ who: chair, kind: 'report' })).body)).toContain('Send the calendar round');
    expect((await send({ what: 'action', action: { ...action, by: 'tomorrow' } })).status).toBe(400);
    expect((await send({ what: 'action', action }, { kind: 'report' })).status).toBe(400);
  });

  it('offers to moderators what sounded like a task or a decision', async () => {
    expect((await suggest(chair)).body).toEqual({ suggestions: [] });
    const speaker = ann?.participantId ?? fail();
    const line = (n: number, text: string) => ({ lineId: randomUUID(), turn: 1, participantId: speaker, fromAt: Date.now() - 90_000 + n * 10_000, toAt: Date.now() - 85_000 + n * 10_000, text });
    const lines = [line(0, 'I will write the letter to the mayor by Friday.'), line(1, 'It rained.'), line(2, 'We have agreed to meet every spring.'), line(3, 'I will send the calendar round.'), line(4, '=cmd, Ann Tester will call <b>them</b> tomorrow.')];
    await replaceTranscript(database, salon.roomId, { language: 'en', lines });
    const { status, body: { suggestions } } = await suggest(chair);
    // The calendar is taken up already.
    expect([status, suggestions.map(({ kind, said, speaker: by, who }) => [kind, said.text, by, who])]).toEqual([200, [
      ['action', 'I will write the letter to the mayor by Friday.', speaker, speaker], ['decision', 'We have agreed to meet every spring.', speaker, null], ['action', '=cmd, Ann Tester will call <b>them</b> tomorrow.', speaker, speaker],
    ]]);
    expect(suggestions.map(({ by, byWords }) => [by !== null, byWords])).toEqual([[true, 'by Friday'], [false, null], [true, 'tomorrow']]);
    for (const who of [ann, bob]) expect((await suggest(who)).status).toBe(404);
    expect((await suggest(undefined)).status).toBe(401);
  });

  it('offers nothing again that was taken up or passed over, until that is taken back', async () => {
    const [letter = fail(), spring = fail(), call3 = fail()] = (await suggest(chair)).body.suggestions;
    const action = { actionId: randomUUID(), kind: letter.kind, what: 'The mayor is written to', who: [letter.who ?? fail()], organisation: null, by: letter.by, said: letter.said };
    expect((await send({ what: 'action', action })).status).toBe(204);
    expect((await send({ what: 'pass-over', said: call3.said, passed: true })).status).toBe(204);
    expect((await suggest(chair)).body.suggestions).toEqual([spring]);
    expect(wordsOf((await read({ who: ann })).body)).toContain('The mayor is written to');
    expect((await send({ what: 'pass-over', said: call3.said, passed: false })).status).toBe(204);
    expect((await suggest(chair)).body.suggestions).toEqual([spring, call3]);
    expect((await send({ what: 'pass-over', said: call3.said, passed: true }, { who: ann })).status).toBe(404);
    expect((await send({ what: 'pass-over', said: call3.said, passed: true }, { kind: 'report' })).status).toBe(400);
    for (const wrong of [{ lineId: '', text: 'x' }, { lineId: 'l', text: 'x'.repeat(501) }, { lineId: 'l', text: 'x', more: 1 }]) expect((await send({ what: 'pass-over', said: wrong, passed: true })).status).toBe(400);
  });

  it('is approved as it was reviewed, once, with a digest that anybody computes', async () => {
    expect((await post('/editions', { revision: await revisionOf() })).body).toMatchObject({ code: 'edition/not-reviewed' });
    expect((await post('/amendments', { after: 1, text: { en: 'x' } })).body).toMatchObject({ code: 'edition/not-reviewed' });
    await send({ what: 'reviewed', reviewed: true });
    expect((await read({ who: ann })).body.state).toBe('reviewed');
    const revision = await revisionOf();
    expect((await post('/editions', { revision: revision - 1 })).body).toMatchObject({ code: 'edition/moved-on' });
    expect((await post('/editions', { revision }, { who: ann })).status).toBe(404);
    const both = await Promise.all([post('/editions', { revision }), post('/editions', { revision })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { body } = await read({ who: ann });
    expect([body.state, body.draft, body.editions]).toMatchObject(['approved', null, [{ version: 1, approvedBy: chair?.participantId, amendment: null }]]);
    const documents = { 'en': body.document, 'zh-CN': (await read({ who: ann, language: 'zh-CN' })).body.document };
    const [{ digest, ...edition } = fail()] = body.editions;
    expect(createHash('sha256').update(canonicalize({ roomId: salon.roomId, kind: 'minutes', ...edition, documents }) ?? '').digest('hex')).toBe(digest);
    expect((await send({ what: 'reviewed', reviewed: false })).body).toMatchObject({ code: 'edition/approved' });
    expect((await call(api.url, written('/suggestions'), { bearer: chair?.token ?? '' })).body).toEqual({ suggestions: [] });
  });

  it('is then only amended, each amendment a numbered edition below what was approved', async () => {
    const before = (await read({ who: ann })).body.document;
    expect((await post('/amendments', { after: 1, text: { 'en': 'Bob Tester sent his regrets.', 'zh-CN': 'Bob Tester 请假。' } })).status).toBe(201);
    expect((await post('/amendments', { after: 1, text: { en: 'Late.' } })).body).toMatchObject({ code: 'edition/moved-on' });
    expect((await post('/amendments', { after: 2, text: { en: 'A second one.' } })).status).toBe(201);
    expect((await post('/amendments', { after: 3, text: {} })).status).toBe(400);
    const { body } = await read({ who: ann });
    expect(body.editions.map(({ version, amendment }) => [version, amendment?.number ?? null])).toEqual([[1, null], [2, 1], [3, 2]]);
    expect(body.document.blocks.slice(0, before.blocks.length)).toEqual(before.blocks);
    expect(wordsOf(body)).toMatch(/Bob Tester sent his regrets.*A second one/);
    expect((await editionOf(database, salon.roomId, { kind: 'minutes', version: 1 }))?.detail.documents.en).toEqual(before);
  });
});

function fail(): never {
  throw new Error('the test did not come this far');
}
