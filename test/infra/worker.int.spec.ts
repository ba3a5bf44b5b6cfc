import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { onPath } from '../../infra/ground/executables.mjs';
import { root } from '../../infra/ground/paths.mjs';
import { workerPlaces } from '../../infra/mediasoup-worker/cache.mjs';
import { downloadWorker } from '../../infra/mediasoup-worker/download.mjs';
import { obtainWorker } from '../../infra/mediasoup-worker/obtain.mjs';
import { whyItCarriesNoSound, whyItDoesNotStart } from '../../infra/mediasoup-worker/trial.mjs';

const mediasoup = JSON.parse(readFileSync(join(root, 'node_modules/mediasoup/package.json'), 'utf8')) as { version: string; repository: { url: string } };
const binary = process.env.MEDIASOUP_WORKER_BIN ?? workerPlaces(mediasoup.version).binary;
// `npm test` obtains a worker first; a single file run by hand on a fresh machine has none yet.
const withWorker = existsSync(binary) ? it : it.skip;

const mute = onPath(['true']) ?? '/bin/true';
const step = { progress: () => {}, doing: () => {} };
const mayNotInstall = async () => false;

let folder: string;
let env: NodeJS.ProcessEnv;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yaji-worker-'));
  env = { PATH: process.env.PATH, YAJI_CACHE_DIR: folder };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the trial of a worker', () => {
  withWorker('lets a packet of sound through, over DTLS and SRTP', async () => {
    expect(whyItDoesNotStart(binary)).toBeUndefined();
    expect(await whyItCarriesNoSound(binary)).toBeUndefined();
  });

  it('is not passed by something that merely runs', async () => {
    expect(whyItDoesNotStart(mute)).toBe('ended with 0');
    expect(await whyItCarriesNoSound(mute)).toBeTruthy();
  });
});

function tarOf(name: string, content: Buffer) {
  const head = Buffer.alloc(512);
  head.write(name, 0);
  head.write(content.length.toString(8).padStart(11, '0'), 124);
  head.write('0', 156);
  return gzipSync(Buffer.concat([head, content, Buffer.alloc(512 - (content.length % 512)), Buffer.alloc(1024)]));
}

async function publisher(answer: Buffer | number | 'silence') {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (answer === 'silence') return;
    if (typeof answer === 'number') response.statusCode = answer;
    response.end(typeof answer === 'number' ? '' : answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    env: { ...env, MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL: `http://127.0.0.1:${port}` },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe('obtaining a worker', () => {
  withWorker('takes the given one first', async () => {
    const { binary: obtained, how } = await obtainWorker({ env: { ...env, MEDIASOUP_WORKER_BIN: binary }, step, install: mayNotInstall });
    expect([obtained, how]).toEqual([binary, 'given by MEDIASOUP_WORKER_BIN']);
  });

  it('says so when the given one does not work', async () => {
    const obtaining = obtainWorker({ env: { ...env, MEDIASOUP_WORKER_BIN: mute }, step, install: mayNotInstall });
    await expect(obtaining).rejects.toThrow(`MEDIASOUP_WORKER_BIN names ${mute}, but that worker does not work here`);
  });

  withWorker('takes the published one, keeps it, and does not ask again', async () => {
    const site = await publisher(tarOf('mediasoup-worker', readFileSync(binary)));
    try {
      const first = await obtainWorker({ env: site.env, step, install: mayNotInstall });
      expect(first.how).toBe('published by mediasoup');
      expect(first.binary.startsWith(folder)).toBe(true);
      const second = await obtainWorker({ env: site.env, step, install: mayNotInstall });
      expect(second).toEqual({ binary: first.binary, how: 'cached (published by mediasoup)' });
      expect(site.asked.map((path) => basename(path))).toEqual([expect.stringMatching(/^mediasoup-worker-.*\.tgz$/)]);
    } finally {
      site.close();
    }
  });

  withWorker('makes only one when two ask at the same time', async () => {
    const site = await publisher(tarOf('mediasoup-worker', readFileSync(binary)));
    try {
      const both = await Promise.all([1, 2].map(() => obtainWorker({ env: site.env, step, install: mayNotInstall })));
      expect(both[0]?.binary).toBe(both[1]?.binary);
      expect(site.asked).toHaveLength(1);
    } finally {
      site.close();
    }
  });
});

describe('the download', () => {
  it('gives up on an answer that is none, and on silence', async () => {
    const absent = await publisher(404);
    const silent = await publisher('silence');
    try {
      await expect(downloadWorker(mediasoup, join(folder, 'w'), { env: absent.env })).rejects.toThrow(/404/);
      await expect(downloadWorker(mediasoup, join(folder, 'w'), { env: silent.env, silenceMs: 300 })).rejects.toThrow(/no answer for 0.3 s/);
      expect(existsSync(join(folder, 'w'))).toBe(false);
    } finally {
      absent.close();
      silent.close();
    }
  });
});
