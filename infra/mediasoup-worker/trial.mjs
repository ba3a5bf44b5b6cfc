// Does this binary work, on this machine, with this mediasoup?
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../ground/run.mjs';

const checkProgram = join(dirname(fileURLToPath(import.meta.url)), 'check', 'main.mjs');

/** The worker's own way of saying "I run, but was not called by mediasoup" (`worker/src/main.cpp`). */
const NOT_CALLED_BY_MEDIASOUP = 41;

/** Why the binary does not even start here (a library gone, another machine's binary …), or undefined. Takes milliseconds. */
export function whyItDoesNotStart(binary) {
  const { status, signal, error, stderr } = spawnSync(binary, [], { env: {}, encoding: 'utf8', timeout: 10_000 });
  if (status === NOT_CALLED_BY_MEDIASOUP) return undefined;
  if (error) return error.message;
  return stderr?.trim().split('\n')[0] || (signal ? `ended by ${signal}` : `ended with ${status}`);
}

/** Why no sound goes through the worker, or undefined. Takes half a second. */
export async function whyItCarriesNoSound(binary, { signal } = {}) {
  try {
    await run(process.execPath, [checkProgram, binary], { signal });
    return undefined;
  } catch (error) {
    signal?.throwIfAborted();
    return error.output?.trim() || error.message;
  }
}

/** Why the binary is of no use, or undefined. `verdicts` remembers good ones. */
export async function whyUseless(binary, verdicts, options) {
  const why = whyItDoesNotStart(binary);
  if (why || verdicts.isGood(binary)) return why;
  const silence = await whyItCarriesNoSound(binary, options);
  if (!silence) verdicts.remember(binary);
  return silence;
}
