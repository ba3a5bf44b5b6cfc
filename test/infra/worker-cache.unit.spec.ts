import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cacheFolder } from '../../infra/ground/paths.mjs';
import { cacheKey, recipeHash, shelve, verdicts, workerPlaces } from '../../infra/mediasoup-worker/cache.mjs';
import { fileInTar, prebuiltAddress } from '../../infra/mediasoup-worker/download.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yaji-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the name of a cached worker', () => {
  const machine = { version: '3.27.1', platform: 'linux', arch: 'x64', recipe: 'r' } as const;

  it('differs with mediasoup, machine and recipe', () => {
    const keys = [machine, { ...machine, version: '3.28.0' }, { ...machine, arch: 'arm64' }, { ...machine, recipe: 's' }].map((one) => cacheKey(one as never));
    expect(new Set(keys).size).toBe(4);
  });

  it('changes with any file of the recipe, and with nothing else', () => {
    mkdirSync(join(folder, 'recipe'));
    writeFileSync(join(folder, 'recipe/CMakeLists.txt'), 'one');
    writeFileSync(join(folder, 'build.mjs'), 'two');
    writeFileSync(join(folder, 'trial.mjs'), 'three');
    const hash = () => recipeHash(folder, ['recipe', 'build.mjs']);
    const before = hash();
    writeFileSync(join(folder, 'trial.mjs'), 'changed');
    expect(hash()).toBe(before);
    writeFileSync(join(folder, 'recipe/CMakeLists.txt'), 'changed');
    expect(hash()).not.toBe(before);
  });
});

describe('the place of the cache', () => {
  it('is the given one, or the usual one, and never in the checkout', () => {
    expect(cacheFolder({ YAJI_CACHE_DIR: '/a', XDG_CACHE_HOME: '/b' })).toBe('/a');
    expect(cacheFolder({ XDG_CACHE_HOME: '/b' })).toBe('/b/yaji');
    expect(cacheFolder({})).toBe(join(homedir(), '.cache/yaji'));
    expect(workerPlaces('3.27.1', { YAJI_CACHE_DIR: '/a' }).binary).toMatch(/^\/a\/mediasoup-worker\/3\.27\.1-/);
  });
});

describe('shelving', () => {
  it('puts the whole folder in the place of an old one', () => {
    const place = join(folder, 'place');
    for (const [name, words] of [
      ['place', 'old'],
      ['made', 'new'],
    ] as const) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'file'), words);
    }
    shelve(join(folder, 'made'), place);
    expect(readFileSync(join(place, 'file'), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['place']);
  });
});

describe('a verdict', () => {
  it('belongs to the content of the binary and to the mediasoup that tried it', () => {
    const binary = join(folder, 'worker');
    writeFileSync(binary, 'one');
    const remembered = verdicts(join(folder, 'checked'), '3.27.1');
    expect(remembered.isGood(binary)).toBe(false);
    remembered.remember(binary);
    expect(remembered.isGood(binary)).toBe(true);
    expect(verdicts(join(folder, 'checked'), '3.28.0').isGood(binary)).toBe(false);
    writeFileSync(binary, 'another');
    expect(remembered.isGood(binary)).toBe(false);
  });
});

describe('the published worker', () => {
  it('is looked for where mediasoup publishes it', () => {
    const mediasoup = { version: '3.27.1', repository: { url: 'git+https://github.com/versatica/mediasoup.git' } };
    expect(prebuiltAddress(mediasoup, { platform: 'linux', arch: 'x64', kernel: '6.1.0', env: {} })).toBe(
      'https://github.com/versatica/mediasoup/releases/download/3.27.1/mediasoup-worker-3.27.1-linux-x64-kernel6.tgz',
    );
    expect(prebuiltAddress(mediasoup, { platform: 'darwin', arch: 'arm64', kernel: '24.0.0', env: {} })).toMatch(/-darwin-arm64\.tgz$/);
  });

  it('is found in its archive behind other entries', () => {
    const entry = (name: string, content: string, type = '0') => {
      const head = Buffer.alloc(512);
      head.write(name, 0);
      head.write(content.length.toString(8).padStart(11, '0'), 124);
      head.write(type, 156);
      return Buffer.concat([head, Buffer.from(content), Buffer.alloc((512 - (content.length % 512)) % 512)]);
    };
    const tar = Buffer.concat([entry('PaxHeader/mediasoup-worker', 'pax', 'x'), entry('mediasoup-worker', 'the binary'), Buffer.alloc(1024)]);
    expect(fileInTar(tar, 'mediasoup-worker')?.toString()).toBe('the binary');
    expect(fileInTar(tar, 'something-else')).toBeUndefined();
    expect(gzipSync(tar).length).toBeGreaterThan(0);
  });
});
