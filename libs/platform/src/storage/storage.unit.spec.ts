import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileId, readFileId } from './file-id.ts';
import { localStorage } from './local-storage.ts';

describe('file ids', () => {
  it('are refused when they could lead elsewhere', () => {
    expect(readFileId('recordings/0b7a/salon.mp4')).toBe('recordings/0b7a/salon.mp4');
    for (const bad of ['../x.mp4', 'a/../b.mp4', '/etc/passwd', 'a//b.mp4', 'a.tar.gz', 'a/%2e%2e/b.mp4', 'A.mp4', 'a\0.mp4', 'a/.b', '']) {
      expect(readFileId(bad)).toBeNull();
    }
    expect(() => fileId('..', 'x.mp4')).toThrow('not a file id');
  });
});

describe('localStorage', () => {
  let folder = '';
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'yaji-storage-')); });
  afterAll(() => rm(folder, { recursive: true }));

  it('keeps, measures, reads in part, supersedes and removes', async () => {
    const storage = localStorage(folder);
    const id = fileId('minutes', 'm.md');
    expect(await storage.sizeOf(id)).toBeNull();
    expect(await storage.write(id, Readable.from(['hello ', 'world']))).toBe(11);
    expect(await text(storage.open(id))).toBe('hello world');
    expect(await text(storage.open(id, { from: 6, to: 8 }))).toBe('wor');
    expect(await storage.write(id, 'new')).toBe(3);
    expect(await storage.sizeOf(id)).toBe(3);
    await storage.remove(id);
    await storage.remove(id);
    expect(await storage.sizeOf(id)).toBeNull();
  });

  it('takes over a finished file', async () => {
    const made = join(folder, 'made.tmp');
    await writeFile(made, 'film');
    const storage = localStorage(folder);
    expect(await storage.adopt(fileId('recordings', 'r.mp4'), made)).toBe(4);
    expect(await readdir(folder)).not.toContain('made.tmp');
  });

  it('leaves nothing behind when the source breaks', async () => {
    const breaking = new Readable({ read() { this.destroy(new Error('source broke')); } });
    await expect(localStorage(folder).write(fileId('broken', 'b.bin'), breaking)).rejects.toThrow('source broke');
    expect(await readdir(join(folder, 'broken'))).toEqual([]);
  });
});
