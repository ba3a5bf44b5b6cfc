import { statfs } from 'node:fs/promises';
import type { Log } from '@yaji/platform';
import { type DiskLevel, diskLevel, type DiskLimits } from './disk-level.ts';

const lookEveryMs = 1_000;

/** What recordings are told of the disk: how full it was when last looked at. */
export type Disk = { readonly level: DiskLevel; readonly freeBytes: number };

export async function freeBytesAt(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

export type Gauged = {
  limits: DiskLimits; log: Log;
  freeBytes: () => Promise<number>;
  /** Whether somebody records at all. */
  isUsed: () => Promise<boolean>;
  /** The level is another one. */
  changed: () => Promise<void>;
};

/** Looks every second, while something is recorded, how much the disk still takes. A disk that does not answer is thought to be as before. */
export class DiskGauge implements Disk {
  level: DiskLevel = 'ample';
  freeBytes = Infinity;
  private readonly looking: NodeJS.Timeout;

  constructor(private readonly gauged: Gauged) {
    this.looking = setInterval(() => void this.look(), lookEveryMs);
  }

  stop(): void {
    clearInterval(this.looking);
  }

  private async look(): Promise<void> {
    const { limits, log, freeBytes, isUsed, changed } = this.gauged;
    try {
      if (!await isUsed()) return;
      this.freeBytes = await freeBytes();
      const before = this.level;
      this.level = diskLevel(before, this.freeBytes, limits);
      if (this.level === before) return;
      log.warn({ freeBytes: this.freeBytes, level: this.level, before }, 'the room for recordings is another');
      await changed();
    } catch (cause) {
      log.error({ err: cause }, 'the disk does not say how much is left');
    }
  }
}
