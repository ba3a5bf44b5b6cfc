// One process: started on a leash, in a group of its own, with all that it says going into its log.
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { leashed } from './leash.mjs';

/**
 * Ends what a dead leader left in its process group: its ports and files must be free before it is started again.
 * @param {number} pid
 * @param {NodeJS.Signals} [signal]
 */
export function endGroup(pid, signal = 'SIGKILL') {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error; // nobody is left, or (macOS) only zombies
  }
}

/**
 * Only root may put a program before others; for anybody else they are all alike. Where Linux shares the processors out by session
 * first (sched(7), autogroups), a priority within the session says nothing: each child is a session of its own.
 * @param {number | undefined} pid
 * @param {number | undefined} priority
 */
function prefer(pid, priority) {
  if (pid === undefined || priority === undefined) return;
  const session = `/proc/${pid}/autogroup`;
  try {
    setPriority(pid, priority);
    if (existsSync(session)) writeFileSync(session, String(priority));
  } catch (error) {
    const { code } = error.info ?? error;
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'ESRCH') throw error;
  }
}

/**
 * @param {import('./supervise.mjs').Description} description
 * @param {ReturnType<typeof import('./log-file.mjs').logFile>} log
 */
export function startChild({ command, args, env, cwd, uid, gid, stopSignal, priority }, log) {
  const leash = leashed(command, args, stopSignal);
  // A group of its own: Ctrl-C at the terminal reaches only us, and we end everything in the right order.
  const child = spawn(leash.command, leash.args, { env, cwd, uid, gid, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  prefer(child.pid, priority);
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => log.write(chunk));
  const one = { pid: child.pid, how: undefined, ended: undefined, kill: (signal) => child.kill(signal) };
  one.ended = new Promise((resolve) => {
    const end = (how) => {
      one.how = how;
      resolve(how);
    };
    child.once('exit', (code, signal) => end(signal ?? `exit code ${code}`));
    child.once('error', (error) => {
      log.write(`${error.message}\n`);
      if (child.pid === undefined) end(error.message);
    });
  });
  return one;
}
