import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { OpsHealth } from '@yaji/contracts';

/** An hour of a full stage takes about this. Bytes. */
const enough = 5 * 1024 ** 3;

/** The disk that a folder is on, or will be once it is made. Null when the system does not say. */
export async function freeSpace(folder: string): Promise<OpsHealth['files']> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    const freeBytes = bavail * bsize;
    return { freeBytes, totalBytes: blocks * bsize, low: freeBytes < enough };
  } catch (fault) {
    const above = dirname(resolve(folder));
    return isMissing(fault) && above !== resolve(folder) ? freeSpace(above) : null;
  }
}

const isMissing = (fault: unknown): boolean => typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'ENOENT';
