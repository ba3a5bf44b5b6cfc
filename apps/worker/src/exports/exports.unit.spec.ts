import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type ChatMessage, type ExportFormat, exportFormats, type ExportManifest, type ExportWhat, ExportWish, type MessageId, type ParticipantId, type Recorded } from '@yaji/contracts';
import { fileId } from '@yaji/platform';
import { strFromU8, unzipSync } from 'fflate';
import { at, roomId, zero } from '../../test/rooms.ts';
import { exportDesk, type ExportDesk } from '../../test/memory-shelves.ts';
import { makeExport } from './make-export.ts';
import { zipOf } from './zip.ts';

const council = JSON.parse(readFileSync('test/golden/salon-c/log.json', 'utf8')) as Recorded[];
const [first] = council;
const speaker = council.find((one) => one.type === 'TurnStarted')?.data;
let given: ExportDesk;
afterEach(() => rm(given.publisher.dataDir, { recursive: true, force: true }));

const wish = (what: ExportWhat, format: ExportFormat, language: 'en' | 'zh-CN' = 'zh-CN') => ({ what, format, language });
const make = (order: number, more: Partial<ExportDesk['course']> = {}): Promise<void> => {
  const data = given.orders.find(({ number }) => number === order);
  return makeExport({ ...(data ?? wish('minutes', 'pdf')), roomId, upTo: data?.upTo ?? 0, order }, given.exporter, { ...given.course, ...more });
};
const made = (order: number) => given.orders.find(({ number }) => number === order)?.made ?? null;
const bytesOf = async (order: number): Promise<Buffer> => Buffer.concat(await given.exporter.storage.open(fileId(...(made(order)?.fileId ?? 'none').split('/'))).toArray() as Buffer[]);
const stored = async (): Promise<string[]> => (await given.exporter.storage.list(`rooms/${roomId}/exports`)).map(({ id }) => id);
const says = (text: string, s: number) => ({ lineId: `${s}`, turn: speaker && 'turn' in speaker ? speaker.turn : null, participantId: speaker && 'participantId' in speaker ? speaker.participantId : null, language: 'zh-CN', fromAt: (first?.at ?? zero) + s * 1_000, toAt: (first?.at ?? zero) + s * 1_000 + 900, text });

const writer = '11111111-1111-4111-8111-111111111111' as ParticipantId;
const wrote = (number: number, text: string | null): ChatMessage => ({ number, change: number, messageId: `m-${number}` as MessageId, by: writer, at: zero, text, deletedAt: null, deletedBy: null });

describe('a file to take away', () => {
  it('is everything as one ZIP, each file with its digest, told about on the way, and twice the same', async () => {
    given = await exportDesk(council);
    given.archive.room.lines = [says('芦苇荡能原谅一个干旱的夏天。', 61), says('=cmd', 62)];
    given.chat.push(wrote(1, '=1+1'), { ...wrote(2, null), deletedAt: zero, deletedBy: writer });
    await make(given.order(wish('everything', 'zip')));
    const zip = await bytesOf(1);
    const files = unzipSync(zip);
    const manifest = JSON.parse(strFromU8(files['MANIFEST.json'] ?? new Uint8Array())) as ExportManifest;
    expect(manifest).toMatchObject({ roomId, language: 'zh-CN', upTo: council.at(-1)?.seq, madeAt: new Date(zero + 3_600_000).toISOString() });
    expect(Object.keys(files).filter((name) => name !== 'MANIFEST.json').sort()).toEqual(manifest.files.map(({ name }) => name).sort());
    for (const { name, bytes, sha256 } of manifest.files) {
      const file = files[name] ?? new Uint8Array();
      expect([name, file.length, createHash('sha256').update(file).digest('hex')]).toEqual([name, bytes, sha256]);
    }
    expect(Object.keys(files)).toEqual(expect.arrayContaining([
      'minutes.pdf', 'minutes.docx', 'minutes.html', 'minutes.md', 'report.pdf', 'tables.xlsx', 'tables/votes.csv', 'tables/attendance.csv', 'tables/chat.csv', 'transcript.vtt', 'transcript.srt', 'transcript.txt', 'transcript.json', 'README.txt',
    ]));
    expect(strFromU8(files['transcript.vtt'] ?? new Uint8Array())).toContain('芦苇荡能原谅一个干旱的夏天。');
    expect(strFromU8(files['tables/chat.csv'] ?? new Uint8Array())).toMatch(/,'=1\+1,,\r\n2,[^\r]*,,2026-[^\r]*\r\n$/);
    expect(strFromU8(files['README.txt'] ?? new Uint8Array())).toMatch(/entries 1 to \d+[^]*第 1 条至第/);
    const percents = given.told.map(({ percent }) => percent);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(new Set(given.told.map(({ step }) => step))).toEqual(new Set(['reading', 'writing', 'storing']));
    await make(1);
    expect(await bytesOf(1)).toEqual(zip);
  });

  it('is every kind in every format, and supersedes the one before; where nothing has changed that one is it', async () => {
    given = await exportDesk(council);
    given.archive.room.lines = [says('第一句。', 61)];
    const wishes = ExportWish.array().parse(Object.entries(exportFormats).filter(([what]) => what !== 'everything').flatMap(([what, formats]) => formats.map((format) => ({ what, format, language: 'zh-CN' }))));
    for (const one of wishes) await make(given.order(one));
    expect(given.orders.map(({ made: file }) => file?.fileId.split('.').at(-1))).toEqual(['pdf', 'docx', 'html', 'md', 'pdf', 'docx', 'html', 'md', 'xlsx', 'zip', 'txt', 'vtt', 'srt', 'json']);
    const before = made(11);
    await make(given.order(wish('transcript', 'txt')));
    expect([made(11), made(15)]).toEqual([null, before]);
    given.archive.room.lines = [says('第一句，改过。', 61)];
    await make(given.order(wish('transcript', 'txt')));
    expect((await bytesOf(16)).toString()).toContain('改过');
    expect(await stored()).toHaveLength(14);
    expect(await stored()).not.toContain(before?.fileId);
  });

  it('that is stopped in the middle leaves nothing behind, and is made whole the next time', async () => {
    given = await exportDesk(council);
    const stop = new AbortController();
    const order = given.order(wish('everything', 'zip'));
    const tell = ({ percent }: { percent: number }): void => { if (percent > 15) stop.abort(new Error('shutting down')); };
    await expect(make(order, { signal: stop.signal, tell })).rejects.toThrow(/shutting down|stopped/);
    expect([made(order), await stored()]).toEqual([null, []]);
    await make(order);
    expect(Object.keys(unzipSync(await bytesOf(order)))).toContain('MANIFEST.json');
  });

  it('is refused for good where there is nothing to tell, and an order that was superseded makes nothing', async () => {
    given = await exportDesk(council);
    await expect(make(given.order(wish('transcript', 'vtt')))).rejects.toThrow('nothing that was said is written down');
    await make(99);
    expect(await stored()).toEqual([]);
  });
});

describe('a ZIP', () => {
  it('breaks where one of its files cannot be made: half of one is never taken for a whole', async () => {
    given = await exportDesk([]);
    const files = [{ name: 'a.txt', bring: async () => 'a' }, { name: 'b.txt', bring: async () => Promise.reject(new Error('no b')) }];
    const zip = zipOf(files, { roomId, title: 't', language: 'en', upTo: 1, madeAt: at(0).at }, { readMe: '' });
    await expect(given.exporter.storage.write(fileId('rooms', roomId, 'exports', 'x.zip'), zip)).rejects.toThrow('no b');
    expect(await stored()).toEqual([]);
  });
});
