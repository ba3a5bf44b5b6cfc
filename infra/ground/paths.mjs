// Where things lie. Everything a run of this checkout writes is under `.yaji`; what outlives a checkout is in the cache.
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

export const stateFolder = join(root, '.yaji');

export function cacheFolder(env = process.env) {
  if (env.YAJI_CACHE_DIR) return resolve(env.YAJI_CACHE_DIR);
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'yaji');
  return join(homedir(), '.cache', 'yaji');
}
