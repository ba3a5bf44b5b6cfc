import { statfsSync } from 'node:fs';
import { Remedy } from './remedy.mjs';

const GIB = 1024 ** 3;
const WARN_BELOW = 5 * GIB; // an evening's recordings
const REFUSE_BELOW = 0.2 * GIB;

const inWords = (bytes) => (bytes < GIB ? `${Math.floor(bytes / 1024 ** 2)} MiB` : `${(bytes / GIB).toFixed(1)} GiB`);

/** What to say about the space left in `folder`, or undefined; throws where there is too little to begin at all. */
export function whyLittleSpace(folder, { free = freeBytes(folder) } = {}) {
  if (free < REFUSE_BELOW) {
    throw new Remedy(
      `Only ${inWords(free)} are free where ${folder} lies, and the database must not run out of space in the middle of a meeting. ` +
        `Free at least ${inWords(REFUSE_BELOW)}, better ${inWords(WARN_BELOW)}, then start again.`,
    );
  }
  if (free < WARN_BELOW) return `Only ${inWords(free)} are free where ${folder} lies: an hour of recording with ten cameras takes about as much. Free some space soon.`;
  return undefined;
}

function freeBytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
