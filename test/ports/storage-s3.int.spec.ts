import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { checkStorage, fileId, openStorage, readConfiguration, type StartFault, type Storage, StorageAway, StorageFull } from '@yaji/platform';
import { eventually } from '../media/eventually.ts';
import { type S3Server, s3Server } from '../support/s3/s3-server.ts';
import { storageSuite } from './storage-suite.ts';

const enough = { DATABASE_URL: 'postgres://127.0.0.1/x', REDIS_URL: 'redis://127.0.0.1', YAJI_SECRET: 's'.repeat(32) };

async function storageOf(setting: string, keys: S3Server['keys']): Promise<Storage> {
  const read = readConfiguration({ ...enough, YAJI_STORAGE: setting, YAJI_STORAGE_ACCESS_KEY: keys.accessKey, YAJI_STORAGE_SECRET_KEY: keys.secretKey });
  if (!read.ok) throw new Error(read.error.join(' '));
  return openStorage(read.value);
}

storageSuite('S3', async () => {
  const server = await s3Server();
  return { storage: await storageOf(server.setting(), server.keys), close: server.close };
});

describe('a bucket', () => {
  let server: S3Server;
  let storage: Storage;
  const id = fileId('films', 'f.mp4');
  beforeAll(async () => {
    server = await s3Server();
    storage = await storageOf(server.setting('evening/one'), server.keys);
  });
  beforeEach(() => { server.trouble = null; });
  afterAll(() => server.close());

  const faultOf = async (setting: string, keys = server.keys): Promise<string> => {
    const whenAway = (fault: StartFault): never => { throw fault; };
    return checkStorage(await storageOf(setting, keys), whenAway).then(() => 'none', (fault: unknown) => String(fault));
  };

  it('holds every file below its prefix', async () => {
    await storage.write(id, 'film');
    expect([...server.objects.keys()]).toEqual(['evening/one/films/f.mp4']);
    expect(server.objects.get('evening/one/films/f.mp4')?.sha256).not.toBeNull();
  });

  it('is tried out at the start, and every way of not working has its sentence, without the keys', async () => {
    expect(await faultOf(server.setting())).toBe('none');
    expect([...server.objects.keys()].filter((key) => key.includes('check'))).toEqual([]);
    const faults = [
      await faultOf(server.setting(), { ...server.keys, secretKey: 'another secret' }), await faultOf(server.setting(), { accessKey: 'AKIAOTHER', secretKey: 'x' }),
      await faultOf(server.setting().replace('salons', 'other-bucket')), await faultOf('s3://salons?endpoint=http://nowhere.invalid'),
    ];
    expect(faults).toEqual([
      expect.stringMatching(/refuses its keys: correct YAJI_STORAGE/), expect.stringMatching(/refuses its keys/),
      expect.stringMatching(/The bucket other-bucket at 127.0.0.1:\d+ does not exist: correct/), expect.stringMatching(/at nowhere.invalid has an address that nobody knows|does not answer/),
    ]);
    expect(faults.join()).not.toMatch(/AKIA|secret/);
    server.trouble = 'down';
    expect(await faultOf(server.setting())).toMatch(/does not answer: see that it runs/);
    server.trouble = 'broken';
    expect(await faultOf(server.setting())).toMatch(/answers with an error \(500 InternalError\)/);
  });

  it('that is away fails with a sentence, and nothing of what it was asked with', async () => {
    server.trouble = 'broken';
    const failed = await storage.write(id, 'new').catch((cause: unknown) => cause);
    expect(failed).toBeInstanceOf(StorageAway);
    expect(JSON.stringify({ ...(failed as object) })).toBe('{"isRefusal":false,"name":"StorageAway"}');
    server.trouble = 'down';
    await expect(text(storage.open(id))).rejects.toBeInstanceOf(StorageAway);
    await expect(storage.list('films')).rejects.toThrow('does not answer');
    server.trouble = null;
    expect(await text(storage.open(id))).toBe('film');
  });

  it('that is full says so', async () => {
    server.trouble = 'full';
    await expect(storage.write(id, 'new')).rejects.toBeInstanceOf(StorageFull);
  });

  it('that breaks off in the middle of a file breaks the stream, whole or in part', async () => {
    await storage.write(fileId('films', 'half.mp4'), Buffer.alloc(400_000, 'x'));
    server.trouble = 'half';
    await expect(text(storage.open(fileId('films', 'half.mp4')))).rejects.toBeInstanceOf(StorageAway);
    await expect(text(storage.open(fileId('films', 'half.mp4'), { from: 10, to: 390_000 }))).rejects.toBeInstanceOf(StorageAway);
  });

  it('keeps the file of this machine until it has all of it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yaji-adopt-'));
    const made = join(folder, 'made.mp4');
    await writeFile(made, Buffer.alloc(12_000_000, 'y'));
    server.trouble = 'broken';
    await expect(storage.adopt(id, made)).rejects.toBeInstanceOf(StorageAway);
    expect(await readFile(made)).toHaveLength(12_000_000);
    server.trouble = null;
    expect(await storage.adopt(id, made)).toBe(12_000_000);
    await expect(readFile(made)).rejects.toThrow('ENOENT');
    await rm(folder, { recursive: true });
  });

  it('has no parts lying about after an upload that broke', async () => {
    const broken = Readable.from((function* () {
      yield Buffer.alloc(11_000_000);
      throw new Error('source broke');
    })(), { objectMode: false });
    await expect(storage.write(id, broken)).rejects.toThrow('source broke');
    expect(server.uploads.size).toBe(0);
  });

  it('is asked for nothing more once a reader has gone', async () => {
    await storage.write(id, Buffer.alloc(20_000_000));
    const stream = storage.open(id);
    await stream[Symbol.asyncIterator]().next();
    expect(server.sending).toBe(1);
    stream.destroy();
    await eventually(async () => expect(server.sending).toBe(0));
  });
});
