// A Redis server: named by REDIS_URL, or a program that the launcher starts privately.
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from '../ground/executables.mjs';
import { cacheFolder } from '../ground/paths.mjs';
import { installCommand } from '../ground/platform.mjs';
import { Remedy } from '../ground/remedy.mjs';
import { run } from '../ground/run.mjs';
import { whyRedisIsSilent } from '../launch/services/probes.mjs';

const OLDEST_MAJOR = 6;

/**
 * Debian puts the server and its tools into one program and lets its name decide. The package of the tools therefore has all we
 * need, without the system service that the package `redis-server` brings along.
 */
function serverInTools(env) {
  const tool = onPath(['redis-check-rdb', 'valkey-check-rdb'], env);
  if (!tool) return undefined;
  const folder = join(cacheFolder(env), 'bin');
  const link = join(folder, tool.endsWith('valkey-check-rdb') ? 'valkey-server' : 'redis-server');
  mkdirSync(folder, { recursive: true });
  try {
    symlinkSync(tool, link);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  return link;
}

/** The version as [major, minor, patch], or undefined if the program is not such a server. */
async function versionOf(program) {
  try {
    const [, version] = /(?:Redis|Valkey) server v=(\d+\.\d+\.\d+)/.exec(await run(program, ['--version'])) ?? [];
    return version?.split('.').map(Number);
  } catch {
    return undefined; // a program that does not answer --version is none
  }
}

/** @returns {Promise<{ program: string, version: string } | undefined>} */
export async function findRedisServer(env = process.env) {
  for (const program of [onPath(['redis-server', 'valkey-server'], env), serverInTools(env)]) {
    const version = program && (await versionOf(program));
    if (version && version[0] >= OLDEST_MAJOR) return { program, version: version.join('.') };
  }
  return undefined;
}

const howToInstall = () =>
  installCommand({ debian: ['redis-tools'], fedora: ['valkey'], arch: ['valkey'], alpine: ['redis'], macos: ['redis'], other: 'Redis or Valkey' });

export const noRedis = () =>
  new Remedy(
    `There is no Redis ${OLDEST_MAJOR} or newer here, and without it no message reaches the room. ` +
      `Run  ${howToInstall()}  or set REDIS_URL to a server you have, then run this again.`,
  );

export const redis = {
  name: 'redis program',
  packages: async ({ env }) => (env.REDIS_URL || (await findRedisServer(env)) ? [] : ['redis-tools']),
  async run({ env, found }) {
    if (env.REDIS_URL) {
      const why = await whyRedisIsSilent(env.REDIS_URL);
      if (why) throw new Remedy(`REDIS_URL names a server that does not answer: ${why}. Start it, or unset REDIS_URL to use a private one.`);
      return 'named by REDIS_URL';
    }
    const server = await findRedisServer(env);
    if (!server) throw noRedis();
    found.redis = server.program;
    return `${server.version} at ${server.program}`;
  },
};
