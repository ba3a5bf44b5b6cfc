// Our own programs: what they are told by their environment, and how they are run.
import { constants } from 'node:os';
import { join } from 'node:path';
import { root } from '../ground/paths.mjs';
import { whyNotReady } from './services/probes.mjs';

const HOST = '127.0.0.1';

/** In the order of their start; they are stopped in the opposite one. */
export const appNames = ['media', 'api', 'worker'];

/**
 * The environment of every program. What somebody has set already stays as it is.
 * @param {{ given: NodeJS.ProcessEnv, ports: Record<string, number>, rtcPort: number, dataDir: string, secret: string,
 *           databaseUrl?: string, redisUrl?: string, found: Record<string, string | undefined> }} told
 */
export function appEnvironment({ given, ports, rtcPort, dataDir, secret, databaseUrl, redisUrl, found }) {
  const scheme = given.YAJI_TLS_CERT && given.YAJI_TLS_KEY ? 'https' : 'http';
  const ours = {
    NODE_ENV: 'production',
    // What a program has compiled once it need not compile again: most of its start is that, and its restart after a fault.
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    YAJI_SECRET: secret,
    YAJI_HOST: HOST,
    YAJI_API_PORT: String(ports.api),
    YAJI_MEDIA_PORT: String(ports.media),
    YAJI_WORKER_PORT: String(ports.worker),
    YAJI_MEDIA_RTC_PORT: String(rtcPort),
    YAJI_PUBLIC_URL: `${scheme}://${HOST}:${ports.api}`,
    YAJI_MEDIA_URL: `${scheme}://${HOST}:${ports.media}`,
    YAJI_MEDIA_ANNOUNCED_IP: HOST,
    YAJI_DATA_DIR: join(dataDir, 'files'),
    YAJI_FFMPEG: found.ffmpeg,
    MEDIASOUP_WORKER_BIN: found.worker,
    YAJI_WEB_DIR: join(root, 'dist', 'web'),
    YAJI_LOG_LEVEL: 'info',
  };
  const known = Object.entries(ours).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== '')) };
}

/** Where each program answers, asked from this machine: a public address need not lead back here. */
export function appUrls(env) {
  const scheme = env.YAJI_TLS_CERT && env.YAJI_TLS_KEY ? 'https' : 'http';
  const host = ['0.0.0.0', '::', ''].includes(env.YAJI_HOST) ? HOST : env.YAJI_HOST;
  // The worker's port is for health alone and never leaves the machine, so it speaks plain http.
  const url = (port, how = scheme) => `${how}://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return { api: url(env.YAJI_API_PORT), media: url(env.YAJI_MEDIA_PORT), worker: url(env.YAJI_WORKER_PORT, 'http') };
}

const remedies = {
  api: 'Without it nobody can enter, so Yaji stops. If the lines below do not say what to do, `npm run reset` begins with an empty house.',
  media: 'Without it nobody is heard or seen, so Yaji stops. If a port is in use, set YAJI_MEDIA_PORT or YAJI_MEDIA_RTC_PORT to a free one.',
  worker: 'Without it recordings and minutes are not made, so Yaji stops. The lines below say what it stumbled over.',
};

/** Who is heard, and who asks for the floor, does not wait for a recording that is being cut, nor after a fault for whatever else is busy. */
const priorities = { api: constants.priority.PRIORITY_ABOVE_NORMAL, media: constants.priority.PRIORITY_ABOVE_NORMAL, worker: constants.priority.PRIORITY_BELOW_NORMAL };

/** @returns {import('./supervise/supervise.mjs').Description} */
export function describeApp({ name, program, node, env, url }) {
  return {
    name,
    command: node,
    args: ['--enable-source-maps', program],
    env,
    cwd: root,
    priority: priorities[name],
    whyNotReady: () => whyNotReady(`${url}/health/ready`),
    stopWithinMs: 15_000, // recordings are closed properly
    remedy: remedies[name],
  };
}
