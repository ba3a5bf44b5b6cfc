// Where workers lie, outside every checkout, and how one is known to be good.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, root } from '../ground/paths.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** What a built worker depends on; the checks and the download do not change it. */
const recipeFiles = ['recipe', 'prepare.mjs', 'libsrtp.mjs', 'build.mjs'];

function filesUnder(path) {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

export function recipeHash(folder = here, parts = recipeFiles) {
  const hash = createHash('sha256');
  for (const file of parts.flatMap((part) => filesUnder(join(folder, part)))) {
    hash.update(relative(folder, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}

/** One name for each worker that may differ: the version of mediasoup, the machine, and our way of building. */
export const cacheKey = ({ version, platform = process.platform, arch = process.arch, recipe = recipeHash() }) =>
  `${version}-${platform}-${arch}-${recipe}`;

export function workerPlaces(version, env = process.env) {
  const shelf = join(cacheFolder(env), 'mediasoup-worker');
  const folder = join(shelf, cacheKey({ version }));
  return { shelf, folder, binary: join(folder, 'mediasoup-worker'), lock: join(shelf, 'lock'), verdicts: join(shelf, 'checked') };
}

/** The worker that an earlier bootstrap put there, if there is one. */
export function shelvedWorker(env = process.env) {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'mediasoup', 'package.json'), 'utf8'));
  const { binary } = workerPlaces(version, env);
  return existsSync(binary) ? binary : undefined;
}

/** Puts a finished folder into its place: it is there whole, or not at all. */
export function shelve(finished, folder) {
  const replaced = `${folder}.old-${process.pid}`;
  mkdirSync(dirname(folder), { recursive: true });
  try {
    renameSync(folder, replaced);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  renameSync(finished, folder);
  rmSync(replaced, { recursive: true, force: true });
}

const digest = (binary) => createHash('sha256').update(readFileSync(binary)).digest('hex');

/** A binary that once carried a packet needs no second trial, as long as it is the same file and the same mediasoup. */
export function verdicts(folder, version) {
  const file = (binary) => join(folder, `${version}-${digest(binary)}.json`);
  return {
    isGood(binary) {
      try {
        return JSON.parse(readFileSync(file(binary), 'utf8')).carriesSound === true;
      } catch (error) {
        if (error.code === 'ENOENT' || error instanceof SyntaxError) return false;
        throw error;
      }
    },
    remember(binary) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file(binary), `${JSON.stringify({ carriesSound: true, binary, at: new Date().toISOString() })}\n`);
    },
  };
}
