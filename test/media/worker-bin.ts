import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../infra/ground/paths.mjs';
import { workerPlaces } from '../../infra/mediasoup-worker/cache.mjs';

/** The mediasoup worker that `npm test` obtained, or that an earlier start of the house left in the cache; null: the one in the package. */
export function workerBin(): string | null {
  const told = process.env.MEDIASOUP_WORKER_BIN;
  if (told) return told;
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/mediasoup/package.json'), 'utf8')) as { version: string };
  const { binary } = workerPlaces(version);
  return existsSync(binary) ? binary : null;
}
