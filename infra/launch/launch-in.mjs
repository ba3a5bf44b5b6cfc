// From an empty or an old folder to a running system.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findFfmpeg } from '../bootstrap/ffmpeg.mjs';
import { root } from '../ground/paths.mjs';
import { secretIn } from '../ground/secret.mjs';
import { asStep } from '../ground/terminal.mjs';
import { shelvedWorker } from '../mediasoup-worker/cache.mjs';
import { appEnvironment, appNames, appUrls, describeApp } from './apps.mjs';
import { demandProgram, openHouse } from './house.mjs';
import { nodeProgram } from './node-program.mjs';
import { migrate, seed } from './own-work.mjs';
import { choosePlaces } from './places.mjs';
import { bringPostgres, bringRedis } from './services/bring.mjs';
import { mediasoupProcesses } from './supervise/mediasoup-processes.mjs';

export const serviceNames = ['postgres', 'redis'];
const bring = { postgres: bringPostgres, redis: bringRedis };

async function startServices(names, { ports, ...around }) {
  const addresses = {};
  for (const name of names) addresses[name] = await bring[name]({ ...around, port: ports[name] });
  return { databaseUrl: addresses.postgres, redisUrl: addresses.redis };
}

async function startApps(names, { house, terminal, mains, node, env }) {
  const urls = appUrls(env);
  const startOne = (name) =>
    asStep(terminal, name, async () => {
      await house.start(describeApp({ name, program: demandProgram(mains[name], name), node, env, url: urls[name] }));
      return { detail: urls[name] };
    });
  await Promise.all(names.map(startOne));
  return urls;
}

/** Tables, programs, and a first salon. */
async function startPrograms(names, { withSeed, ...around }) {
  const { mains, node, env, terminal, signal } = around;
  if (names.length === 0) return { urls: appUrls(env), links: {}, salon: undefined };
  const work = { program: demandProgram(mains.api, 'api'), node, env, terminal, signal };
  await migrate(work);
  const urls = await startApps(names, around);
  const { salon, links } = names.includes('api') && withSeed ? await seed(work) : { salon: undefined, links: {} };
  return { urls, links, salon };
}

function childrenOf(house, names) {
  const one = (name) => ({
    get pid() {
      return house.child(name)?.pid;
    },
    kill: (signal) => house.child(name)?.kill(signal) ?? false,
  });
  const mediasoup = {
    get pid() {
      return mediasoupProcesses(house.child('media')?.pid)[0];
    },
    kill(signal = 'SIGKILL') {
      const { pid } = mediasoup;
      return pid !== undefined && process.kill(pid, signal);
    },
  };
  const children = names.filter((name) => house.child(name)).map((name) => [name, one(name)]);
  return { ...Object.fromEntries(children), ...(names.includes('media') ? { mediasoup } : {}) };
}

async function fill(house, { dataDir, given, usual, only, found, programs, terminal, signal, withSeed }) {
  const wanted = (names) => names.filter((name) => only?.includes(name) ?? true);
  const { ports, rtcPort } = await choosePlaces({ given, usual, services: wanted(serviceNames) });
  const addresses = await startServices(wanted(serviceNames), { house, dataDir, given, found, terminal, signal, ports });
  const secret = given.YAJI_SECRET || secretIn(join(dataDir, 'secret'));
  mkdirSync(join(dataDir, 'files'), { recursive: true, mode: 0o700 });
  const programsFound = { ffmpeg: found.ffmpeg ?? findFfmpeg(given), worker: found.worker ?? shelvedWorker(given) };
  const env = appEnvironment({ given, ports, rtcPort, dataDir, secret, ...addresses, found: programsFound });
  const mains = { ...Object.fromEntries(appNames.map((name) => [name, join(root, 'dist', name, 'main.js')])), ...programs };
  const { urls, links, salon } = await startPrograms(wanted(appNames), { house, terminal, signal, mains, node: nodeProgram(), env, withSeed });
  const { DATABASE_URL, REDIS_URL, YAJI_SECRET, YAJI_PUBLIC_URL, YAJI_MEDIA_URL } = env;
  house.record({ ports: { ...ports, rtc: rtcPort }, urls, links, env: { DATABASE_URL, REDIS_URL, YAJI_SECRET, YAJI_PUBLIC_URL, YAJI_MEDIA_URL } });
  return { env, urls, links, salon, ...addresses, children: childrenOf(house, wanted([...serviceNames, ...appNames])) };
}

/**
 * Starts a system in `dataDir`; the terminal hears of each step. What `npm start` does after building.
 * @param {object} options
 * @param {string} options.dataDir
 * @param {NodeJS.ProcessEnv} options.given the environment to begin with; what is set in it stays as it is
 * @param {boolean} options.usual the usual ports if they are free (else any)
 * @param {readonly string[]} [options.only] names of services and programs; all of them if it is left out
 * @param {Record<string, string | undefined>} [options.found] programs that the bootstrap found: redis, ffmpeg, worker
 * @param {Record<string, string>} [options.programs] main files by name, where they are not the built ones
 */
export async function launchIn({ found = {}, programs = {}, withSeed = true, ...options }) {
  const { dataDir, terminal, signal } = options;
  const house = await openHouse({ dataDir, terminal });
  const abort = () => void house.stop();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const system = await fill(house, { ...options, found, programs, withSeed });
    signal?.throwIfAborted();
    return {
      dataDir,
      ...system,
      onRestart: (listen) => house.onRestart(listen),
      onFailure: (listen) => house.onFailure(listen),
      stop: (how) => house.stop(how),
    };
  } catch (error) {
    await house.stop();
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}
