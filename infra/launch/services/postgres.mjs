// A Postgres of our own, private to one folder.
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Remedy } from '../../ground/remedy.mjs';
import { CommandFailed, run } from '../../ground/run.mjs';
import { folderForAccount, postgresAccount, postgresPrograms } from './postgres-binaries.mjs';
import { whyPostgresIsSilent, withPostgres } from './probes.mjs';

const OWNER = 'yaji';
const DATABASE = 'yaji';

function passwordIn(file) {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(24).toString('base64url');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/** initdb reads the password from a file that its account can read: one of its own, gone afterwards. */
async function initialise({ initdb, folder, account, password, signal }) {
  const desk = mkdtempSync(join(tmpdir(), 'yaji-initdb-'));
  const passwordFile = join(desk, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined) for (const path of [desk, passwordFile]) chownSync(path, account.uid, account.gid);
  const args = [
    ...['--pgdata', folder, '--username', OWNER, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
    // The same order of letters on every machine, whatever locales it has.
    ...['--encoding', 'UTF8', '--no-locale', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
  ];
  try {
    await run(initdb, args, { ...account, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }, signal });
  } catch (error) {
    signal?.throwIfAborted();
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
    const said = error instanceof CommandFailed ? error.output.trim().split('\n').slice(-4).join('\n  ') : error.message;
    throw new Remedy(`Postgres could not make its files in ${folder}:\n  ${said}\nFree what it asks for, or set DATABASE_URL to a Postgres you have.`);
  } finally {
    rmSync(desk, { recursive: true, force: true });
  }
}

function workingFolderOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined; // gone meanwhile, or not ours to look at
  }
}

/**
 * When its first process is killed outright, Postgres' others hold the shared memory until they notice, and a new start is refused.
 * They cannot serve anyone any more: they are told to quit. Known by their working folder, which nobody else has.
 */
function endOrphans(folder) {
  if (process.platform !== 'linux') return;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (workingFolderOf(pid) !== folder) continue;
    try {
      process.kill(Number(pid), 'SIGQUIT');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '', // their paths may be too long in a deep checkout, and nobody uses them
  max_connections: '200',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // What is acknowledged is on the disk, also after the power fails. Said aloud, so that nobody takes it for an oversight.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
};

async function createDatabase(url) {
  await withPostgres(url.replace(/[^/]*$/, 'postgres'), async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  });
}

const refusals = /pre-existing shared memory block|lock file "postmaster.pid" already exists|could not create any TCP\/IP sockets/;

/**
 * Prepares the files and answers how to run them.
 * @returns {Promise<{ description: import('../supervise/supervise.mjs').Description, url: string, createDatabase(): Promise<void>, isNew: boolean }>}
 */
export async function preparePostgres({ folder, port, signal }) {
  const account = postgresAccount(folder);
  const { initdb, postgres } = postgresPrograms(account);
  const files = realpathSync(folderForAccount(folder, account));
  const password = passwordIn(`${folder}.password`);
  const isNew = !existsSync(join(files, 'PG_VERSION'));
  if (isNew) await initialise({ initdb, folder: files, account, password, signal });
  endOrphans(files);

  const url = `postgres://${OWNER}:${password}@127.0.0.1:${port}/${DATABASE}`;
  const description = {
    name: 'postgres',
    command: postgres,
    args: ['-D', files, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    cwd: '/',
    ...account,
    // The database itself comes a moment after the server; until then any answer that is not silence will do.
    whyNotReady: () => whyPostgresIsSilent(url.replace(/[^/]*$/, 'postgres')),
    stopSignal: 'SIGINT', // "fast": ends sessions, writes everything down, goes
    stopWithinMs: 20_000,
    meansNotYet: (lines) => refusals.test(lines.slice(-6).join('\n')),
    afterDeath: () => endOrphans(files),
    remedy: 'Without its database Yaji remembers nothing, so it stops. Free disk space if that is what is missing, or set DATABASE_URL to a Postgres you have.',
  };
  return { description, url, isNew, createDatabase: () => createDatabase(url) };
}

/** Removes the files of a database that is not running, wherever they lie. */
export function removePostgresFiles(folder) {
  try {
    const place = readlinkSync(folder);
    rmSync(place, { recursive: true, force: true });
    unlinkSync(folder);
  } catch (error) {
    if (error.code !== 'EINVAL' && error.code !== 'ENOENT') throw error; // EINVAL: an ordinary folder
    rmSync(folder, { recursive: true, force: true });
  }
}
