import { execFile } from 'node:child_process';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, services } from '../support/services.ts';
import { freePort } from '../support/free-port.ts';
import { programme, secret } from './api.ts';
import { buildApi } from './api-process.ts';

type Ended = { code: number | null; out: string; err: string };

const run = (environment: Record<string, string>, ...args: string[]): Promise<Ended> => new Promise((resolve) => {
  execFile(process.execPath, ['dist/api/main.js', ...args], { env: { PATH: process.env['PATH'], YAJI_LOG_LEVEL: 'silent', ...environment } }, (error, out, err) => {
    resolve({ code: error ? Number(error.code) : 0, out, err });
  });
});

/** One sentence a line, no stack. */
const sentences = ({ err }: Ended): string[] => err.trim().split('\n');

describe('an api that cannot start', () => {
  let good: Record<string, string>;
  beforeAll(async () => {
    await buildApi();
    good = { DATABASE_URL: await freshDatabase(), REDIS_URL: (await services()).redisUrl, YAJI_SECRET: secret, YAJI_API_PORT: String(await freePort()) };
  }, 90_000);

  it('names each wrong setting with its remedy', async () => {
    const ended = await run({ YAJI_SECRET: 'short', YAJI_API_PORT: 'x' });
    expect(ended.code).toBe(1);
    expect(sentences(ended).map((line) => line.split(' ')[0]).toSorted()).toEqual(['DATABASE_URL', 'REDIS_URL', 'YAJI_API_PORT', 'YAJI_SECRET']);
  });

  it('says in one sentence that Postgres or Redis is not there', async () => {
    const port = await freePort();
    const noPostgres = await run({ ...good, DATABASE_URL: `postgres://u:hidden-word@127.0.0.1:${port}/yaji` });
    expect(noPostgres).toMatchObject({ code: 1, out: '' });
    expect(sentences(noPostgres)).toEqual([`Postgres at 127.0.0.1:${port} does not answer: start it, correct DATABASE_URL, or run \`npm start\`, which brings its own.`]);
    const noRedis = await run({ ...good, REDIS_URL: `redis://127.0.0.1:${port}` });
    expect(noRedis.code).toBe(1);
    expect(sentences(noRedis)).toEqual([`Redis at 127.0.0.1:${port} does not answer: start it, correct REDIS_URL, or run \`npm start\`, which brings its own.`]);
  }, 90_000);

  it('says in one sentence that its port is taken, or its pages are not built', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => { taken.listen(0, '127.0.0.1', resolve); });
    const { port } = taken.address() as AddressInfo;
    const ended = await run({ ...good, YAJI_API_PORT: String(port) });
    expect(ended.code).toBe(1);
    expect(sentences(ended)).toEqual([`Port ${port} on 127.0.0.1 is in use: end the other program or set YAJI_API_PORT to a free port.`]);
    taken.close();
    const unbuilt = await run({ ...good, YAJI_WEB_DIR: '/nowhere' });
    expect([unbuilt.code, ...sentences(unbuilt)]).toEqual([1, 'There is no /nowhere/index.html: run `npm run build`, or correct YAJI_WEB_DIR.']);
  }, 90_000);

  it('seeds the demonstration once, and makes salons of files or says every fault', async () => {
    const first = JSON.parse((await run(good, 'seed')).out) as { salon: string; links: Record<string, string> };
    const second = JSON.parse((await run(good, 'seed')).out) as typeof first;
    expect(Object.keys(first.links)).toEqual(['moderator', 'speaker', 'attendee', 'hall', 'seat', 'usher']);
    expect(second.salon).toBe(first.salon);
    expect(second.links['speaker']).not.toBe(first.links['speaker']);
    const folder = await mkdtemp(join(tmpdir(), 'yaji-create-'));
    const file = join(folder, 'programme.json');
    await writeFile(file, JSON.stringify(programme()));
    expect(JSON.parse((await run(good, 'create', file)).out)).toMatchObject({ people: [{ id: 'chair' }, { id: 'ann' }, { id: 'bob' }] });
    await writeFile(file, JSON.stringify(programme({ timeZone: 'Nowhere', extra: 1 })));
    const wrong = await run(good, 'create', file);
    expect([wrong.code, ...sentences(wrong)]).toEqual([1, `${file} is not a programme:`, '  extra: is not a known field']);
    expect((await run(good, 'create')).code).toBe(1);
    expect((await run(good, 'dance')).err).toContain('Usage:');
    await rm(folder, { recursive: true });
  }, 90_000);
});
