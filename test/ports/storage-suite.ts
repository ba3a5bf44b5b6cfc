import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileId, type FileId, type Storage } from '@yaji/platform';

export type Opened = { storage: Storage; close(): Promise<void> };

/** Past what two parts on their way and the one that is being filled take. */
const large = 30 * 1024 * 1024;
const mostHeld = 26 * 1024 * 1024;

/** What every storage promises, whatever it stands on. */
export function storageSuite(name: string, open: () => Promise<Opened>): void {
  describe(`storage: ${name}`, () => {
    let opened: Opened;
    let storage: Storage;
    let folder: string;
    beforeAll(async () => {
      opened = await open();
      storage = opened.storage;
      folder = await mkdtemp(join(tmpdir(), 'yaji-made-'));
    });
    afterAll(async () => {
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    });

    it('keeps what is written, from a stream, bytes or a text, and says how much it is', async () => {
      const id = fileId('minutes', 'room-1', 'm.md');
      expect(await storage.sizeOf(id)).toBeNull();
      expect(await storage.write(id, Readable.from(['你好 ', 'world']))).toBe(12);
      expect(await text(storage.open(id))).toBe('你好 world');
      expect(await storage.write(fileId('minutes', 'bytes.bin'), Buffer.from([1, 2, 3]))).toBe(3);
      expect(await storage.write(fileId('minutes', 'none.txt'), Readable.from([]))).toBe(0);
      expect(await text(storage.open(fileId('minutes', 'none.txt')))).toBe('');
      expect(await storage.sizeOf(id)).toBe(12);
    });

    it('supersedes a file whole; who reads the old one reads it to its end', async () => {
      const id = fileId('superseded', 'film.mp4');
      await storage.write(id, Buffer.alloc(3_000_000, 'a'));
      const reading = storage.open(id)[Symbol.asyncIterator]();
      const first = (await reading.next()).value as Buffer;
      expect(await storage.write(id, 'new')).toBe(3);
      let old = first.length;
      for await (const chunk of { [Symbol.asyncIterator]: () => reading }) old += (chunk as Buffer).length;
      expect(old).toBe(3_000_000);
      expect(await text(storage.open(id))).toBe('new');
    });

    it('reads the first byte, the last and those between; what is missing breaks the stream', async () => {
      const id = fileId('ranges', 'r.bin');
      await storage.write(id, '0123456789');
      expect(await text(storage.open(id, { from: 0, to: 0 }))).toBe('0');
      expect(await text(storage.open(id, { from: 9, to: 9 }))).toBe('9');
      expect(await text(storage.open(id, { from: 3, to: 5 }))).toBe('345');
      expect(await text(storage.open(id, { from: 7, to: 99 }))).toBe('789');
      await expect(text(storage.open(fileId('ranges', 'gone.bin')))).rejects.toMatchObject({ code: 'ENOENT' });
    });

    it('is left as it was by a source that breaks, early or late', async () => {
      const id = fileId('broken', 'b.bin');
      await storage.write(id, 'before');
      const breaking = (after: number): Readable => Readable.from((function* () {
        for (let sent = 0; sent < after; sent += 1_000_000) yield Buffer.alloc(1_000_000);
        throw new Error('source broke');
      })(), { objectMode: false });
      await expect(storage.write(id, breaking(0))).rejects.toThrow('source broke');
      await expect(storage.write(id, breaking(12_000_000))).rejects.toThrow('source broke');
      expect(await text(storage.open(id))).toBe('before');
      expect(await storage.list('broken')).toEqual([{ id, bytes: 6 }]);
    });

    it('takes over a finished file, of any size, without ever holding it in memory', async () => {
      const made = join(folder, 'film.tmp');
      const film = Buffer.alloc(large);
      for (let at = 0; at < large; at += 4_096) film.writeUInt32LE(at, at);
      const digest = createHash('sha256').update(film).digest('hex');
      await writeFile(made, film);
      const id = fileId('films', 'f.mp4');
      expect(await storage.adopt(id, made)).toBe(large);
      expect(await readdir(folder)).toEqual([]);
      const read = createHash('sha256');
      for await (const chunk of storage.open(id)) read.update(chunk as Buffer);
      expect(read.digest('hex')).toBe(digest);
      expect(await buffer(storage.open(id, { from: large - 4_096, to: large - 4_093 }))).toEqual(film.subarray(large - 4_096, large - 4_092));
    });

    it('writes a large stream as it comes', async () => {
      const held = heldBytes();
      let most = 0;
      const source = Readable.from((function* () {
        for (let sent = 0; sent < large; sent += 262_144) {
          if (sent % (4 * 1024 * 1024) === 0) most = Math.max(most, held());
          yield Buffer.alloc(262_144, sent % 251);
        }
      })(), { objectMode: false });
      expect(await storage.write(fileId('films', 'g.mp4'), source)).toBe(large);
      expect(most).toBeLessThan(mostHeld);
    });

    it('fetches no more than is read, and lets go of what nobody reads', async () => {
      const stream = storage.open(fileId('films', 'f.mp4'));
      const reading = stream[Symbol.asyncIterator]();
      await reading.next();
      expect(stream.readableLength).toBeLessThan(2 * 1024 * 1024);
      await reading.return?.();
      expect(stream.destroyed).toBe(true);
    });

    it('lists a folder and those in it, and nothing beside', async () => {
      const ids = Array.from({ length: 25 }, (_, index) => fileId('list', 'a', `${String(index).padStart(2, '0')}.mkv`));
      for (const id of [...ids, fileId('list', 'a.json'), fileId('list', 'ab', 'x.mkv')]) await storage.write(id, 'x');
      expect(await storage.list('list/a')).toEqual(ids.map((id) => ({ id, bytes: 1 })));
      expect(await storage.list('list')).toHaveLength(27);
      expect(await storage.list('nothing/here')).toEqual([]);
    });

    it('removes twice without complaint', async () => {
      const id = fileId('removed', 'r.txt');
      await storage.write(id, 'x');
      await storage.remove(id);
      await storage.remove(id);
      expect(await storage.sizeOf(id)).toBeNull();
    });

    it('takes ids alone, whatever calls itself one', async () => {
      for (const forged of ['../x.txt', '/etc/passwd', 'a/../../x.txt', 'A.txt', 'a/%2e%2e/b.txt'] as FileId[]) {
        await expect(storage.write(forged, 'x')).rejects.toThrow('not a file id');
        await expect(storage.sizeOf(forged)).rejects.toThrow('not a file id');
        await expect(storage.remove(forged)).rejects.toThrow('not a file id');
        await expect((async () => text(storage.open(forged)))()).rejects.toThrow('not a file id');
      }
      for (const folderOutside of ['..', 'a/..', '/']) await expect(storage.list(folderOutside)).rejects.toThrow('not a file id');
    });
  });
}

/** Answers how much more memory buffers hold than now, without what is only waiting to be swept. */
function heldBytes(): () => number {
  setFlagsFromString('--expose-gc');
  const sweep = runInNewContext('gc') as () => void;
  sweep();
  const before = process.memoryUsage().arrayBuffers;
  return () => {
    sweep();
    return process.memoryUsage().arrayBuffers - before;
  };
}
