import { spawn } from 'node:child_process';
import { root } from '../ground/paths.mjs';
import { holdClosingLines } from './closing-lines.mjs';

/** After its last line a runner may take this long to end; longer means that a test left something open. */
const GRACE_MS = 30_000;
const KILL_AFTER_MS = 10_000;
const LAST_WORDS_MS = 1_000;

/** Ends a program and all that it started in its group; outright, if it does not listen. */
function endGroup(child) {
  const send = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  };
  send('SIGTERM');
  const outright = setTimeout(() => send('SIGKILL'), KILL_AFTER_MS);
  child.once('exit', () => {
    clearTimeout(outright);
    send('SIGKILL');
  });
}

/** Calls back once: when the time is up, or when the runner has said its last line and does not end. */
function watch({ withinMs, graceMs }, hangs) {
  const within = setTimeout(() => hangs(`It took more than ${Math.round(withinMs / 60_000)} minutes and was ended: something hangs.`), withinMs);
  let grace;
  return {
    over: () => (grace ??= setTimeout(() => hangs('All tests have run, but the runner did not end: a test left a server, a timer or a program behind.'), graceMs)),
    stop: () => [within, grace].forEach(clearTimeout),
  };
}

/**
 * Runs one stage of the tests, shows what it says, and ends it with all that it started when it hangs.
 * @param {readonly string[]} command
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal, withinMs: number, graceMs?: number, write?: (text: string) => void }} around
 * @returns {Promise<{ code: number, closing: string[], why?: string }>} `why` it was ended
 */
export function runStage([program, ...args], { env, signal, withinMs, graceMs = GRACE_MS, write = (text) => process.stdout.write(text) }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let why;
    const watching = watch({ withinMs, graceMs }, (words) => {
      why = words;
      endGroup(child);
    });
    const abort = () => endGroup(child);
    signal.addEventListener('abort', abort, { once: true });
    const held = holdClosingLines(write, watching.over);
    const streams = [child.stdout, child.stderr];
    for (const stream of streams) stream.setEncoding('utf8').on('data', held.hear);
    // What it left behind may hold its outputs open; it is not waited for.
    child.once('exit', () => setTimeout(() => streams.forEach((stream) => stream.destroy()), LAST_WORDS_MS).unref());
    const settle = (how) => {
      watching.stop();
      signal.removeEventListener('abort', abort);
      how();
    };
    child.once('error', (error) => settle(() => reject(error)));
    child.once('close', (code) => settle(() => {
      if (signal.aborted) reject(signal.reason);
      else resolve({ code: why ? 1 : (code ?? 1), closing: held.end(), ...(why ? { why } : {}) });
    }));
  });
}
