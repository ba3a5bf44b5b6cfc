// The mediasoup worker: the program that forwards sound and picture. Given, cached, downloaded or built, in this order; and
// whichever it is, it is believed only after a packet of sound went through it.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../ground/lock.mjs';
import { root } from '../ground/paths.mjs';
import { installCommand } from '../ground/platform.mjs';
import { Remedy } from '../ground/remedy.mjs';
import { buildWorker } from './build.mjs';
import { buildPackages, missingBuildPackages } from './build-packages.mjs';
import { shelve, verdicts, workerPlaces } from './cache.mjs';
import { downloadWorker } from './download.mjs';
import { whyUseless } from './trial.mjs';

const packageFolder = join(root, 'node_modules', 'mediasoup');
const UNFINISHED = 'making-';

async function given(binary, remembered, signal) {
  const why = existsSync(binary) ? await whyUseless(binary, remembered, { signal }) : 'there is no such file';
  if (why) {
    throw new Remedy(
      `MEDIASOUP_WORKER_BIN names ${binary}, but that worker does not work here: ${why}. ` +
        'Without a worker nobody can be heard. Unset MEDIASOUP_WORKER_BIN to let one be fetched or built, or name a working one.',
    );
  }
  return { binary, how: `given by MEDIASOUP_WORKER_BIN` };
}

async function cached({ binary, folder }, remembered, signal) {
  if (!existsSync(binary) || (await whyUseless(binary, remembered, { signal }))) return undefined;
  const { how } = JSON.parse(readFileSync(join(folder, 'origin.json'), 'utf8'));
  return { binary, how: `cached (${how})` };
}

async function downloaded(mediasoup, folder, remembered, { env, step, signal }) {
  step.doing('looking for a published build');
  const binary = join(folder, 'mediasoup-worker');
  await downloadWorker(mediasoup, binary, { signal, env });
  const why = await whyUseless(binary, remembered, { signal });
  if (why) throw new Error(`the published build does not work here: ${why}`);
  return { how: 'published by mediasoup' };
}

async function built(folder, remembered, { install, step, signal, whyNotPublished }) {
  const missing = await missingBuildPackages();
  if (missing.length > 0) step.doing(`installing ${missing.join(' ')}`);
  if (missing.length > 0 && !(await install(missing))) {
    throw new Remedy(
      `mediasoup's published worker could not be used (${whyNotPublished}), so it is built here, and that needs ${missing.join(', ')}.\n` +
        `  Run this, then start again:  ${installCommand(buildPackages)}`,
    );
  }
  const workshop = join(folder, 'build');
  const worker = join(packageFolder, 'worker');
  const { binary, srtp, slowBecause } = await buildWorker({ worker, folder: workshop, progress: step.progress, doing: step.doing, signal }).catch((error) => {
    signal?.throwIfAborted();
    throw new Remedy(
      `mediasoup's published worker could not be used (${whyNotPublished}), and building one here failed. ` +
        `Mend what is said below and start again, or set MEDIASOUP_WORKER_BIN to a worker that works on this machine.\n${error.message}`,
    );
  });
  const why = await whyUseless(binary, remembered, { signal });
  if (why) {
    throw new Remedy(
      `The mediasoup worker was built, but no sound goes through it: ${why}. ` +
        'Nobody could be heard with it, so it is not kept. Set MEDIASOUP_WORKER_BIN to a worker that works on this machine.',
    );
  }
  renameSync(binary, join(folder, 'mediasoup-worker'));
  rmSync(workshop, { recursive: true, force: true });
  return { how: `built with ${srtp}`, ...(slowBecause ? { slowBecause } : {}) };
}

/** Fills a folder of its own beside the shelf and moves it into place when it is whole. */
async function make(mediasoup, places, remembered, options) {
  mkdirSync(places.shelf, { recursive: true });
  // We hold the lock, so whoever left an unfinished folder here is dead.
  for (const name of readdirSync(places.shelf)) if (name.startsWith(UNFINISHED)) rmSync(join(places.shelf, name), { recursive: true, force: true });
  const folder = mkdtempSync(join(places.shelf, UNFINISHED));
  try {
    let origin;
    try {
      origin = await downloaded(mediasoup, folder, remembered, options);
    } catch (error) {
      options.signal?.throwIfAborted();
      const whyNotPublished = error.cause?.message ?? error.message;
      origin = await built(folder, remembered, { ...options, whyNotPublished });
    }
    writeFileSync(join(folder, 'origin.json'), `${JSON.stringify({ ...origin, at: new Date().toISOString() }, undefined, 2)}\n`);
    shelve(folder, places.folder);
    return { binary: places.binary, ...origin };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Answers a worker that works.
 * @param {object} options
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {{ progress(fraction: number, words: string): void, doing(words: string): void }} options.step
 * @param {(packages: string[]) => Promise<boolean>} options.install installs packages, or answers false where it may not
 * @param {AbortSignal} [options.signal]
 * @returns {Promise<{ binary: string, how: string, slowBecause?: string }>}
 */
export async function obtainWorker({ env = process.env, step, install, signal }) {
  const mediasoup = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const places = workerPlaces(mediasoup.version, env);
  const remembered = verdicts(places.verdicts, mediasoup.version);
  if (env.MEDIASOUP_WORKER_BIN) return given(env.MEDIASOUP_WORKER_BIN, remembered, signal);

  return (
    (await cached(places, remembered, signal)) ??
    (await withLock(
      places.lock,
      // Whoever waited for the lock finds what the other made.
      async () => (await cached(places, remembered, signal)) ?? (await make(mediasoup, places, remembered, { env, step, install, signal })),
      { signal, onWait: ({ pid }) => step.doing(`waiting for process ${pid}, which is making one`) },
    ))
  );
}
