import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { identify, isAlive } from './living.mjs';
import { until } from './wait.mjs';

async function holderOf(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) return {}; // cannot come from us; nobody living can be meant by it
    throw error;
  }
}

/**
 * Moves a dead holder's lock out of the way. Between reading and moving, another may have done the same and taken the lock:
 * what was moved is looked at again, and a living holder's lock is put back.
 */
async function clearDead(path, aside) {
  try {
    await rename(path, aside);
    const moved = await holderOf(aside);
    if (moved && isAlive(moved)) await link(aside, path);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    await unlink(aside).catch(ignoreAbsent);
  }
}

/** Takes the lock if nobody living holds it. Answers undefined when it is ours, else the holder `{ pid, startedAt, … }`. */
export async function tryLock(path, about = {}) {
  await mkdir(dirname(path), { recursive: true });
  const mine = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  await writeFile(mine, JSON.stringify({ ...identify(process.pid), ...about }));
  try {
    for (;;) {
      const holder = await holderOf(path);
      if (holder && isAlive(holder)) return holder;
      if (holder) await clearDead(path, `${mine}.dead`);
      // A link appears whole or not at all, with its content: nobody ever reads a half-written holder.
      if (await appears(mine, path)) return undefined;
    }
  } finally {
    await unlink(mine).catch(ignoreAbsent);
  }
}

async function appears(existing, path) {
  try {
    await link(existing, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function ignoreAbsent(error) {
  if (error.code !== 'ENOENT') throw error;
}

export async function unlock(path) {
  const holder = await holderOf(path);
  if (holder?.pid === process.pid) await unlink(path).catch(ignoreAbsent);
}

/** Runs `work` while holding the lock, after waiting for whoever holds it. `onWait` hears of the holder once. */
export async function withLock(path, work, { withinMs = 1_800_000, onWait, signal } = {}) {
  let told = false;
  await until(
    async () => {
      const holder = await tryLock(path);
      if (holder?.pid && isAlive(holder) && !told) {
        told = true;
        onWait?.(holder);
      }
      return holder === undefined;
    },
    { withinMs, everyMs: 200, signal, otherwise: () => new Error(`${path} stayed locked for ${withinMs / 60_000} minutes.`) },
  );
  try {
    return await work();
  } finally {
    await unlock(path);
  }
}
