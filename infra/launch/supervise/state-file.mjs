// What is running, written down: for a second launcher, for people, and for the next start if this one is killed outright.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isAlive } from '../../ground/living.mjs';
import { until } from '../../ground/wait.mjs';

const stateIn = (dataDir) => join(dataDir, 'state.json');

export function readState(dataDir) {
  try {
    return JSON.parse(readFileSync(stateIn(dataDir), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function stateFile(dataDir) {
  const state = { launcher: identify(process.pid), startedAt: new Date().toISOString(), ports: {}, urls: {}, links: {}, children: {} };
  return {
    /** @param {Partial<typeof state>} news */
    write(news) {
      Object.assign(state, news);
      const path = stateIn(dataDir);
      writeFileSync(`${path}.new`, `${JSON.stringify(state, undefined, 2)}\n`, { mode: 0o600 }); // links let their bearer in
      renameSync(`${path}.new`, path);
    },
  };
}

function send(child, signal) {
  try {
    process.kill(child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * Ends what an earlier launcher left running in this folder. Only processes that were written down and still are the same ones
 * (process id and time of start) are touched. Answers their names.
 */
export async function endLeftovers(dataDir, { patienceMs = 8000 } = {}) {
  const written = Object.entries(readState(dataDir)?.children ?? {});
  const left = written.map(([name, child]) => ({ name, ...child })).filter(isAlive);
  const areGone = () => !left.some(isAlive);
  for (const child of left) send(child, child.stopSignal ?? 'SIGTERM');
  await until(areGone, { withinMs: patienceMs, otherwise: new Error('still there') }).catch(async () => {
    for (const child of left.filter(isAlive)) send(child, 'SIGKILL');
    await until(areGone, { withinMs: patienceMs, otherwise: new Error(`could not end ${left.map(({ name, pid }) => `${name} (process ${pid})`).join(', ')}`) });
  });
  return left.map(({ name }) => name);
}
