import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { dataSource, migrate } from '@yaji/persistence';
import { Client } from 'pg';

/** A private Postgres and Redis on free loopback ports. `stop` ends both and removes their files. */
export type Services = {
  databaseUrl: string;
  redisUrl: string;
  /** The URL of an empty, migrated database of its own. */
  freshDatabase(): Promise<string>;
  stop(): Promise<void>;
};

/** Starts them in a process of their own, which ends them when this one is gone, however it went. */
export async function startServices(): Promise<Services> {
  // Programs run from the checkout's root, bundled or not.
  const keeper = spawn(process.execPath, [join(process.cwd(), 'test/support/services-process.mjs')], { stdio: ['pipe', 'pipe', 'pipe'] });
  const { databaseUrl, redisUrl } = await firstWords(keeper);
  // Nothing here should keep a finished program alive.
  keeper.unref();
  for (const stream of [keeper.stdin, keeper.stdout, keeper.stderr]) (stream as unknown as { unref(): void }).unref();
  let template: Promise<string> | null = null;
  return {
    databaseUrl, redisUrl,
    async freshDatabase() {
      template ??= makeTemplate(databaseUrl);
      const name = `yaji_${randomBytes(6).toString('hex')}`;
      await asAdmin(databaseUrl, `create database ${name} template ${await template}`);
      return withDatabase(databaseUrl, name);
    },
    stop: () => new Promise((resolve) => {
      keeper.ref();
      keeper.once('exit', () => { resolve(); });
      keeper.stdin.end();
    }),
  };
}

type Places = { databaseUrl: string; redisUrl: string };

function firstWords(keeper: ChildProcessWithoutNullStreams): Promise<Places> {
  return new Promise((resolve, reject) => {
    let said = '';
    keeper.stderr.on('data', (text) => { said += String(text); });
    keeper.once('error', reject);
    keeper.once('exit', (code) => { reject(new Error(`private services ended with ${code ?? 'a signal'}: ${said}`)); });
    createInterface({ input: keeper.stdout }).once('line', (line) => { resolve(JSON.parse(line) as Places); });
  });
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Migrated once; every fresh database is a copy of it. */
async function makeTemplate(url: string): Promise<string> {
  const name = 'yaji_template';
  await asAdmin(url, `create database ${name}`);
  const source = dataSource({ url: withDatabase(url, name) });
  await migrate(source);
  await source.destroy();
  return name;
}
