import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { StartFault } from '../start-fault.ts';
import { fileId } from './file-id.ts';
import { type Storage, StorageAway, StorageFull } from './storage.ts';

/** A program that comes back after a fault does not wait longer than this for a storage that says nothing. */
const patienceMs = 4_000;

async function tryOut(storage: Storage): Promise<void> {
  const id = fileId(`check-${randomUUID()}.txt`);
  await storage.write(id, id);
  const read = await text(storage.open(id));
  await storage.remove(id);
  if (read !== id) throw new StartFault('The storage answers something else than was written: correct YAJI_STORAGE, or YAJI_DATA_DIR.');
}

const silence = async (signal: AbortSignal): Promise<never> => {
  await pause(patienceMs, undefined, { signal });
  throw new StorageAway(`The storage has not answered for ${patienceMs / 1_000} s: see that it runs and can be reached from here, or correct YAJI_STORAGE.`, false);
};

/**
 * Writes a small file, reads it and removes it. Throws a `StartFault` when that cannot work until a setting is mended. A storage that is
 * away or full for the moment is told to `whenAway`: the room lives without it, so only who starts for a person should throw it.
 */
export async function checkStorage(storage: Storage, whenAway: (fault: StartFault) => void): Promise<void> {
  const done = new AbortController();
  try {
    await Promise.race([tryOut(storage), silence(done.signal)]);
  } catch (cause) {
    const fault = faultFrom(cause);
    const mayPass = cause instanceof StorageFull || (cause instanceof StorageAway && !cause.isRefusal);
    if (!mayPass) throw fault;
    whenAway(fault);
  } finally {
    done.abort();
  }
}

function faultFrom(cause: unknown): StartFault {
  if (cause instanceof StartFault) return cause;
  if (cause instanceof StorageAway || cause instanceof StorageFull) return new StartFault(cause.message, { cause });
  const why = cause instanceof Error ? cause.message : String(cause);
  return new StartFault(`Files cannot be kept (${why}): let this user write to the folder, or set YAJI_DATA_DIR to another.`, { cause });
}
