import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { identify, isAlive } from '../../infra/ground/living.mjs';
import { until } from '../../infra/ground/wait.mjs';
import type { Restart, Services, System } from '../../infra/launch/index.mjs';
import { launch, launchServices } from '../../infra/launch/index.mjs';

const soon = <T>(condition: () => T | Promise<T>) => until(condition, { withinMs: 20_000, everyMs: 20, otherwise: new Error('it did not happen within 20 s') });
const isGone = (pid: number | undefined) => pid === undefined || !isAlive(identify(pid));

const program = (name: string) => fileURLToPath(new URL(`programs/${name}.mjs`, import.meta.url));
const programs = { api: program('api'), media: program('media'), worker: program('worker') };

/** Closed to others but for passing through: Postgres has an account of its own where we are root. */
function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'yaji-launch-'));
  chmodSync(folder, 0o711);
  return folder;
}

async function query<R extends object>(url: string, text: string) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // being cut off is what some of these tests are about
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the services', () => {
  let folder: string;
  let services: Services;
  const restarts: Restart[] = [];
  const restarted = (name: string) => soon(() => restarts.some((one) => one.name === name));

  beforeAll(async () => {
    folder = openFolder();
    services = await launchServices({ dataDir: folder });
    services.onRestart((one) => restarts.push(one));
  });
  afterAll(async () => {
    await services.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('write to the disk before they acknowledge', async () => {
    const [row] = await query<{ fsync: string; commit: string }>(services.databaseUrl, `select current_setting('fsync') fsync, current_setting('synchronous_commit') commit`);
    expect(row).toEqual({ fsync: 'on', commit: 'on' });
  });

  it('Postgres comes back from SIGKILL, while others are connected, with every acknowledged row', async () => {
    await query(services.databaseUrl, 'create table kept (n int primary key)');
    const client = new pg.Client({ connectionString: services.databaseUrl });
    client.on('error', () => {}); // it will be cut off
    await client.connect();
    let acknowledged = 0;
    const writing = (async () => {
      for (let n = 1; ; n++) {
        await client.query('insert into kept values ($1)', [n]);
        acknowledged = n;
      }
    })().catch(() => 'cut off');
    await soon(() => acknowledged > 50);
    services.children.postgres?.kill('SIGKILL');
    expect(await writing).toBe('cut off');
    await restarted('postgres');
    const rows = await query<{ n: number }>(services.databaseUrl, 'select n from kept order by n');
    // The row in flight at the time may be there or not; each acknowledged one is.
    expect(rows.slice(0, acknowledged).map(({ n }) => n)).toEqual(Array.from({ length: acknowledged }, (_, at) => at + 1));
    expect(rows.length - acknowledged).toBeLessThanOrEqual(1);
  });

  it('Redis comes back from SIGKILL with what it was told', async () => {
    const redis = new Redis(services.redisUrl);
    redis.on('error', () => {}); // it will be cut off, and reconnects by itself
    await redis.set('kept', 'yes');
    // Its log goes to the disk once a second: what is younger may be lost, what is older may not.
    await soon(async () => readFileSync(join(folder, 'redis/appendonlydir', 'appendonly.aof.1.incr.aof'), 'utf8').includes('kept'));
    services.children.redis?.kill('SIGKILL');
    await restarted('redis');
    expect(await redis.get('kept')).toBe('yes');
    expect(await redis.config('GET', 'maxmemory-policy')).toContain('noeviction');
    redis.disconnect();
  });

  it('refuse a second launcher in the same folder, which says who is there', async () => {
    await expect(launchServices({ dataDir: folder })).rejects.toThrow(new RegExp(`already running here \\(process ${process.pid}\\)`));
  });
});

describe('a whole system', () => {
  let system: System;
  const restarts: Restart[] = [];

  beforeAll(async () => {
    system = await launch({ programs, env: { YAJI_MEDIA_ANNOUNCED_IP: '127.0.0.2' } });
    system.onRestart((one) => restarts.push(one));
  });
  afterAll(() => system.stop());

  it('answers where it is, with links to enter by', () => {
    expect(system.salon).toBe('s1');
    expect(system.links).toEqual({ moderator: `${system.urls.api}/m`, hall: `${system.urls.api}/h` });
    expect(Object.keys(system.children).sort()).toEqual(['api', 'media', 'mediasoup', 'postgres', 'redis', 'worker']);
  });

  it('tells every program the same', async () => {
    const told = (await (await fetch(`${system.urls.worker}/env`)).json()) as Record<string, string>;
    expect(told).toMatchObject({
      DATABASE_URL: system.databaseUrl,
      REDIS_URL: system.redisUrl,
      YAJI_PUBLIC_URL: system.urls.api,
      YAJI_MEDIA_URL: system.urls.media,
      YAJI_MEDIA_ANNOUNCED_IP: '127.0.0.2',
      YAJI_DATA_DIR: join(system.dataDir, 'files'),
    });
    expect(told.YAJI_SECRET?.length).toBeGreaterThanOrEqual(43);
  });

  it('writes down what runs, for its owner alone', () => {
    const state = JSON.parse(readFileSync(join(system.dataDir, 'state.json'), 'utf8')) as { launcher: { pid: number }; children: Record<string, { pid: number }> };
    expect(state.launcher.pid).toBe(process.pid);
    expect(state.children.api?.pid).toBe(system.children.api?.pid);
  });

  it('brings a killed program back', async () => {
    system.children.api?.kill();
    await soon(() => restarts.some(({ name }) => name === 'api'));
    expect((await fetch(`${system.urls.api}/health/ready`)).status).toBe(200);
  });

  it('leaves no process and no file behind', async () => {
    const pids = Object.values(system.children).map(({ pid }) => pid);
    await system.stop();
    await system.stop();
    expect(pids.every(isGone)).toBe(true);
    expect(existsSync(system.dataDir)).toBe(false);
  });
});

describe('a system that cannot start', () => {
  it('says which program is missing, and takes everything down again', async () => {
    const dataDir = openFolder();
    try {
      await expect(launch({ dataDir, programs: { ...programs, media: join(dataDir, 'absent.js') } })).rejects.toThrow(/absent\.js is missing, so media cannot be started\. Build first/);
      expect(existsSync(join(dataDir, 'launcher.lock'))).toBe(false);
      expect(existsSync(join(dataDir, 'state.json'))).toBe(false);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  it('says that a named database does not answer', async () => {
    await expect(launch({ only: ['postgres'], env: { DATABASE_URL: 'postgres://yaji@127.0.0.1:1/yaji' } })).rejects.toThrow(/DATABASE_URL names a database that does not answer: .*ECONNREFUSED/);
  });

  it('says that a named Redis does not answer', async () => {
    await expect(launch({ only: ['redis'], env: { REDIS_URL: 'redis://127.0.0.1:1' } })).rejects.toThrow(/REDIS_URL names a server that does not answer: .*ECONNREFUSED/);
  });
});
