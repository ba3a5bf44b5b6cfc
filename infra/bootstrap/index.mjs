// Brings a machine to the point where Yaji can be built and started: a list of steps, each of which looks first and acts only on
// what is missing.
import { apt } from './apt.mjs';
import { browser } from './browser.mjs';
import { ffmpeg } from './ffmpeg.mjs';
import { fonts } from './fonts.mjs';
import { nodeVersion } from './node-version.mjs';
import { packages } from './packages.mjs';
import { reading } from './reading.mjs';
import { redis } from './redis.mjs';
import { speech } from './speech.mjs';
import { worker } from './worker.mjs';

/** What any start needs before the packages are there; it runs on the system's Node. */
export const firstSteps = [nodeVersion, packages];
export const toRun = [redis, ffmpeg, fonts, worker];
export const toTest = [redis, ffmpeg, fonts, browser, speech, reading, worker];

/**
 * @param {object} given
 * @param {ReturnType<typeof import('../ground/terminal.mjs').terminal>} given.terminal
 * @param {AbortSignal} [given.signal]
 * @param {NodeJS.ProcessEnv} [given.env]
 */
export const bootstrapContext = ({ terminal, signal, env = process.env }) => ({ terminal, signal, env, apt: apt({ signal, env }), found: {} });

async function take({ name, run }, context) {
  const step = context.terminal.step(name);
  try {
    const outcome = await run(context, step);
    if (typeof outcome === 'string') step.done(outcome);
    else step.skipped(outcome.skipped);
  } catch (error) {
    step.failed();
    throw error;
  }
}

/** One installation for all steps together: each costs seconds of its own, whatever it brings. */
async function installMissing(steps, context) {
  if (!context.apt.mayInstall()) return;
  const missing = (await Promise.all(steps.map(async (step) => (await step.packages?.(context)) ?? []))).flat();
  if (missing.length === 0) return;
  await take(
    {
      name: 'system packages',
      async run(_, step) {
        step.doing(`apt-get install ${missing.join(' ')}`);
        await context.apt.install(missing);
        return missing.join(' ');
      },
    },
    context,
  );
}

/** Runs the steps in order; answers what they found: `{ redis?, ffmpeg?, browser?, speech?, worker? }`, as paths. */
export async function bootstrap(context, steps) {
  await installMissing(steps, context);
  for (const step of steps) await take(step, context);
  return context.found;
}

/** What the found programs are called in the environment of everything that is started later. */
export function foundEnvironment({ ffmpeg: ffmpegPath, browser: browserPath, worker: workerPath }) {
  return {
    ...(ffmpegPath ? { YAJI_FFMPEG: ffmpegPath } : {}),
    ...(browserPath ? { CHROME_BIN: browserPath } : {}),
    ...(workerPath ? { MEDIASOUP_WORKER_BIN: workerPath } : {}),
  };
}
