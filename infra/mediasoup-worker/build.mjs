// Compiles the worker from the sources in mediasoup's npm package, against the distribution's libraries.
import { existsSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../ground/run.mjs';
import { buildLibsrtp } from './libsrtp.mjs';
import { prepareSources } from './prepare.mjs';

const recipe = join(dirname(fileURLToPath(import.meta.url)), 'recipe');

const BYTES_PER_COMPILER = 1024 ** 3; // what the largest file takes, with some room

const jobs = () => Math.max(1, Math.min(availableParallelism() + 1, Math.floor(totalmem() / BYTES_PER_COMPILER)));

/** ninja's "[12/260] …", as a fraction; undefined for other lines. */
export function ninjaFraction(line) {
  const [, done, all] = /^\[(\d+)\/(\d+)\]/.exec(line) ?? [];
  return all ? Number(done) / Number(all) : undefined;
}

/** Answers the path of a libsrtp2 of our own, or the reason why the packaged one must do. */
async function ownLibsrtp(folder, signal) {
  if (!existsSync('/etc/apt')) return { reason: 'sources are taken from apt only' };
  try {
    return { archive: await buildLibsrtp(folder, { signal }) };
  } catch (error) {
    signal?.throwIfAborted();
    return { reason: error.message.split('\n')[0] };
  }
}

/**
 * Builds in `folder`, which must be empty and ours alone.
 * @returns {Promise<{ binary: string, srtp: string, slowBecause?: string }>} `slowBecause`: why encryption will cost more CPU than it must
 */
export async function buildWorker({ worker, folder, progress, doing, signal }) {
  doing?.('preparing sources');
  const sources = join(folder, 'sources');
  prepareSources(worker, sources);

  doing?.('libsrtp on OpenSSL');
  const { archive, reason } = await ownLibsrtp(join(folder, 'libsrtp'), signal);

  const out = join(folder, 'out');
  await run('cmake', ['-G', 'Ninja', '-S', recipe, '-B', out, `-DSOURCES=${sources}`, ...(archive ? [`-DSRTP=${archive}`] : [])], { signal });
  await run('ninja', ['-C', out, '-j', String(jobs())], {
    signal,
    env: { ...process.env, NINJA_STATUS: '[%f/%t] ' },
    onLine: (line) => {
      const fraction = ninjaFraction(line);
      if (fraction !== undefined) progress?.(fraction, 'compiling');
    },
  });
  const binary = join(out, 'mediasoup-worker');
  await run('strip', [binary], { signal });
  return { binary, srtp: archive ? 'libsrtp 2 on OpenSSL' : 'the packaged libsrtp 2', ...(reason ? { slowBecause: reason } : {}) };
}
