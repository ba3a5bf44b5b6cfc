import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Aftermath, DraftChange, ExportOffer, ExportOrdered, Exports, ExportWish } from '@yaji/contracts';
import { dataSource, replaceTranscript } from '@yaji/persistence';
import { createLog, createMetrics, type Running } from '@yaji/platform';
import { strFromU8, unzipSync } from 'fflate';
import { exportTask } from '../../apps/api/src/exports/export-task.ts';
import { serve as serveWorker } from '../../apps/worker/src/serve.ts';
import { eventually } from '../media/eventually.ts';
import { freePort } from '../support/free-port.ts';
import { freshDatabase, services } from '../support/services.ts';
import { type Api, call, joinBy, makeSalon, personalLink, startApi } from './api.ts';
import { sayInChat, write } from './chat-reader.ts';
import { sit } from './client.ts';

let api: Api;
let folder: string;
let worker: Running | null = null;
let database: ReturnType<typeof dataSource>;
const works = async (): Promise<void> => {
  const configuration = { ...api.configuration, workerPort: await freePort() };
  worker = await serveWorker({ configuration, log: createLog('worker', 'silent'), metrics: createMetrics('worker'), draining: () => false });
};
const rests = async (): Promise<void> => {
  await worker?.close();
  worker = null;
};

describe('files to take away', () => {
  beforeAll(async () => {
    const url = await freshDatabase();
    api = await startApi({ DATABASE_URL: url, REDIS_URL: (await services()).redisUrl });
    database = await dataSource({ url }).initialize();
    folder = await mkdtemp(join(tmpdir(), 'yaji-exports-'));
  });
  afterAll(async () => {
    await rests();
    await api.close();
    await database.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  it('are ordered by those who may have them, made by the worker though it is ended in the middle, found again, and taken by the operator', async () => {
    const salon = await makeSalon(api.url);
    const path = `/api/rooms/${salon.roomId}/exports`;
    const [chair, ann, bob] = [await joinBy(api.url, personalLink(salon, 'chair')), await joinBy(api.url, personalLink(salon, 'ann')), await joinBy(api.url, personalLink(salon, 'bob'))];
    const desk = await sit(api.url, chair, { roomId: salon.roomId });
    await sit(api.url, ann, { roomId: salon.roomId });
    await desk.say('floor.grantTo', { participantId: ann.participantId, afterTurn: 0 });
    const order = (bearer: string | undefined, wish: unknown) => call<ExportOrdered & { code?: string }>(api.url, path, { method: 'POST', body: wish, ...(bearer === undefined ? {} : { bearer }) });
    const wish = (what: ExportWish['what'], format: ExportWish['format']): ExportWish => ({ what, format, language: 'zh-CN' });
    const list = async (bearer: string): Promise<Exports> => (await call<Exports>(api.url, path, { bearer })).body;
    const offers = async (bearer: string): Promise<ExportOffer[]> => (await list(bearer)).exports;

    // At the door: nobody, a stranger, somebody who never came in, an attendee who wants too much or too early, nonsense.
    const stranger = await joinBy(api.url, personalLink(await makeSalon(api.url), 'chair'));
    expect((await order(undefined, wish('minutes', 'pdf'))).status).toBe(401);
    for (const { token } of [stranger, bob]) expect([(await order(token, wish('minutes', 'pdf'))).status, (await call(api.url, path, { bearer: token })).status]).toEqual([404, 404]);
    for (const one of [wish('tables', 'xlsx'), wish('everything', 'zip'), wish('report', 'pdf')]) expect((await order(ann.token, one)).status).toBe(404);
    expect((await order(ann.token, wish('minutes', 'pdf'))).body).toMatchObject({ code: 'export/not-yet' });
    for (const one of [{}, wish('tables', 'pdf'), { ...wish('minutes', 'pdf'), language: 'xx' }, { ...wish('minutes', 'pdf'), path: '../x' }]) expect((await order(chair.token, one)).status).toBe(400);

    for (const text of ['Where is the tea?', 'My telephone number']) await write(desk, text);
    await sayInChat(desk, 'chat.delete', { number: 2 });
    await desk.say('floor.end', { turn: 1 });
    await desk.say('room.close', {});
    const { body: everything } = await order(chair.token, wish('everything', 'zip'));
    expect((await order(chair.token, wish('everything', 'zip'))).body).toEqual(everything);
    expect((await order(ann.token, wish('minutes', 'html'))).status).toBe(202);
    expect((await list(ann.token)).ordered).toMatchObject([{ what: 'minutes', standing: { state: 'waiting', error: null } }]);

    // A worker that is ended while it works, and another after it.
    await works();
    await desk.until(({ notices }) => notices.some(({ name, words }) => name === 'jobs' && JSON.stringify(words).includes(everything.jobId)), 20_000);
    await rests();
    await works();
    await eventually(async () => expect((await offers(chair.token)).map(({ what }) => what).sort()).toEqual(['everything', 'minutes']));
    expect(await offers(ann.token)).toMatchObject([{ what: 'minutes', format: 'html' }]);
    const [zip] = (await offers(chair.token)).filter(({ what }) => what === 'everything');
    const answer = await fetch(api.url + (zip?.url ?? ''));
    expect([answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual(['application/zip', expect.stringMatching(/^attachment; filename="everything-zh-cn-\d+-1\.zip"$/)]);
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(strFromU8(files['minutes.md'] ?? new Uint8Array())).toContain('Ann Tester');
    const chat = strFromU8(files['tables/chat.csv'] ?? new Uint8Array());
    expect([chat.includes('Where is the tea?'), chat.includes('telephone'), chat.split('\r\n').length]).toEqual([true, false, 4]);
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['minutes.pdf', 'tables/turns.csv', 'MANIFEST.json']));

    // Whether a file is the latest is told of all that it tells: the log, the draft, the transcript, what was found to be essential.
    await eventually(async () => expect((await call<Aftermath>(api.url, `/api/rooms/${salon.roomId}/aftermath`, { bearer: chair.token })).body.minutes).not.toBeNull());
    const [minutes, tables] = [wish('minutes', 'html'), wish('tables', 'csv')];
    const current = async (...whats: string[]): Promise<(boolean | undefined)[]> => {
      const all = await offers(chair.token);
      return whats.map((what) => all.find((one) => one.what === what)?.isCurrent);
    };
    const change = async (change: DraftChange, revision: number): Promise<void> => {
      expect((await call(api.url, `/api/rooms/${salon.roomId}/written/minutes`, { method: 'PATCH', bearer: chair.token, body: { revision, change } })).status).toBe(204);
    };
    for (const one of [minutes, tables]) await order(chair.token, one);
    await eventually(async () => expect(await current('minutes', 'tables')).toEqual([true, true]));
    const action = { actionId: randomUUID(), kind: 'action' as const, what: 'Mend the ferry', who: [], organisation: null, by: null };
    await change({ what: 'action', action }, 0);
    expect(await current('minutes', 'tables', 'everything')).toEqual([false, true, false]);
    await order(chair.token, minutes);
    await eventually(async () => expect(await current('minutes')).toEqual([true]));
    await change({ what: 'reviewed', reviewed: true }, 1);
    expect(await current('minutes')).toEqual([true]);
    await replaceTranscript(database, salon.roomId, { language: 'en', lines: [{ lineId: randomUUID(), turn: 1, participantId: ann.participantId, fromAt: Date.now(), toAt: Date.now() + 1_000, text: 'It rained.' }] });
    expect(await current('minutes', 'tables')).toEqual([false, true]);

    // The same from the command line, by a title and by the beginning of an id.
    const heard: string[] = [];
    const file = join(folder, 'minutes.docx');
    expect(await exportTask([salon.salonId.slice(0, 8), '--format', 'docx', '--lang', 'zh-CN', '--out', file], api.configuration, (line) => heard.push(line))).toBe(file);
    expect(Object.keys(unzipSync(await readFile(file)))).toContain('word/document.xml');
    expect(heard.length).toBeGreaterThan(0);
    const fails = (...words: string[]) => expect(exportTask(words, api.configuration, () => undefined)).rejects;
    await fails().toThrow('Say of which salon');
    await fails(salon.salonId, '--format', 'exe').toThrow('“exe” is no format for minutes');
    await fails('nobody-knows').toThrow('There is no salon “nobody-knows”');
    await fails('A test').toThrow('more than one salon');
    await replaceTranscript(database, salon.roomId, { language: 'en', lines: [] });
    await fails(salon.salonId, '--what', 'transcript').toThrow('nothing that was said is written down');
    await fails(salon.salonId, '--out', join(folder, 'no', 'such', 'folder', 'x.pdf')).toThrow('name another place with --out');
    await fails(salon.salonId, '--evil').toThrow('npm run yaji -- export SALON');
  });
});
