// Yaji as a library: starts a complete private system, or its services alone, and stops it again. The types are in index.d.mts.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { silent, terminal as visible } from '../ground/terminal.mjs';
import { launchIn, serviceNames } from './launch-in.mjs';
import { removePostgresFiles } from './services/postgres.mjs';

const kept = new Set(['YAJI_FFMPEG', 'YAJI_CACHE_DIR', 'YAJI_LOG_LEVEL']);

/** What would make a private system meet another one, or behave as a part of the test that started it. */
const foreign = /^(YAJI_|npm_|JEST_|DATABASE_URL$|REDIS_URL$|NODE_ENV$|NODE_OPTIONS$)/;

const privateEnvironment = (env) => Object.fromEntries(Object.entries(env).filter(([name]) => kept.has(name) || !foreign.test(name)));

function ownFolder(dataDir) {
  if (dataDir) return { folder: resolve(dataDir), remove: () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'yaji-system-'));
  chmodSync(folder, 0o711); // the account of Postgres passes through to its own folder; the rest is closed file by file
  const remove = () => {
    removePostgresFiles(join(folder, 'postgres'));
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, remove };
}

export async function launch({ dataDir, env = {}, quiet = true, seed = true, ...options } = {}) {
  const { folder, remove } = ownFolder(dataDir);
  try {
    const system = await launchIn({
      ...options,
      dataDir: folder,
      given: { ...privateEnvironment(process.env), ...env },
      usual: false,
      terminal: quiet ? silent() : visible(),
      withSeed: seed,
    });
    const stop = async (how) => {
      await system.stop(how);
      remove();
    };
    return { ...system, stop };
  } catch (error) {
    remove();
    throw error;
  }
}

export async function launchServices({ only = serviceNames, ...options } = {}) {
  const { databaseUrl, redisUrl, children, onRestart, onFailure, stop } = await launch({ ...options, only: only.filter((name) => serviceNames.includes(name)) });
  return { databaseUrl, redisUrl, children, onRestart, onFailure, stop };
}
