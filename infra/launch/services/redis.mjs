// A Redis of our own, private to one folder.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findRedisServer, noRedis } from '../../bootstrap/redis.mjs';
import { whyRedisIsSilent } from './probes.mjs';

function passwordIn(file) {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(24).toString('base64url');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

const configuration = ({ folder, port, password }) => `# Written anew at each start.
bind 127.0.0.1
port ${port}
dir "${folder.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"
requirepass ${password}
daemonize no
# Jobs must outlive a restart: every write goes to the log, and nothing is thrown out to make room.
appendonly yes
appendfsync everysec
save ""
maxmemory-policy noeviction
`;

/** @returns {Promise<{ description: import('../supervise/supervise.mjs').Description, url: string }>} */
export async function prepareRedis({ folder, port, program }) {
  const server = program ?? (await findRedisServer())?.program;
  if (!server) throw noRedis();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const password = passwordIn(join(folder, 'password'));
  const file = join(folder, 'redis.conf');
  writeFileSync(file, configuration({ folder, port, password }), { mode: 0o600 });
  const url = `redis://:${password}@127.0.0.1:${port}`;
  const description = {
    name: 'redis',
    command: server,
    args: [file],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    cwd: folder,
    whyNotReady: () => whyRedisIsSilent(url),
    remedy: 'Without Redis no message reaches the room, so Yaji stops. Set REDIS_URL to a server you have, or mend what it complains of.',
  };
  return { description, url };
}
