// The bootstrap begins on whatever Node the machine has, and goes on with the one that npm brought.
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { nodeProgram } from '../launch/node-program.mjs';
import { leashed } from '../launch/supervise/leash.mjs';

/** Set in the second half: when the first one began, in ms since the epoch. */
const MARK = 'YAJI_BEGAN_AT';

const began = process.env[MARK];
delete process.env[MARK]; // whatever we start is a beginning of its own

/** True in the second half: what the first half did need not be said again. */
export const isContinuation = () => began !== undefined;

/** How long the whole command has been running. */
export const elapsedMs = () => Date.now() - Number(began ?? performance.timeOrigin);

/**
 * Runs the same command on the project's Node, if we are not on it, and answers its exit code; undefined means "go on here".
 * This process is the one that people and npm know, so every wish to end is handed on; the other has a group of its own, or a Ctrl-C
 * would reach it twice.
 */
export async function continueOnOwnNode(signal) {
  const own = nodeProgram();
  if (isContinuation() || realpathSync(own) === realpathSync(process.execPath)) return undefined;
  const { command, args } = leashed(own, process.argv.slice(1));
  const child = spawn(command, args, { stdio: 'inherit', detached: true, env: { ...process.env, [MARK]: String(Math.round(performance.timeOrigin)) } });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(name);
    process.on(name, () => child.kill(name));
  }
  signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, end) => resolve(end ? 1 : (code ?? 1)));
  });
}
