import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../support/free-port.ts';
import { secret } from './api.ts';

/** Bundles the api as it is shipped; does nothing when that is done. */
export const buildApi = async (): Promise<void> => {
  await promisify(execFile)(process.execPath, ['infra/build.mjs', 'api']);
};

export type ApiProcess = { url: string; child: ChildProcess; kill(signal: NodeJS.Signals): Promise<void> };

const startWithinMs = 20_000;

/** The shipped api as a process of its own. `exec` sees what it prints. */
export async function startApiProcess(environment: Record<string, string>): Promise<ApiProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['dist/api/main.js'], {
    env: { PATH: process.env['PATH'], YAJI_SECRET: secret, YAJI_LOG_LEVEL: 'warn', YAJI_JOINS_PER_MINUTE: '10000', YAJI_API_PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const give = Date.now() + startWithinMs;
  while (!(await fetch(`${url}/health/ready`).then(({ ok }) => ok, () => false))) {
    if (child.exitCode !== null || Date.now() > give) throw new Error(`the api did not start (exit code ${child.exitCode})`);
    await wait(50);
  }
  return {
    url, child,
    kill: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
  };
}
