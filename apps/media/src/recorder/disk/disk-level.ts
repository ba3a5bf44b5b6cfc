import type { MediaKind } from '@yaji/contracts';

/** How much room there is for recordings. `low`: all goes on, with a warning; then pictures stop, and sound last. */
export type DiskLevel = 'ample' | 'low' | 'no-video' | 'no-sound';
/** Below so many free bytes a warning is given, pictures stop, sound stops. */
export type DiskLimits = { warnBytes: number; videoBytes: number; soundBytes: number };

const levels = ['no-sound', 'no-video', 'low', 'ample'] as const satisfies readonly DiskLevel[];
/** It gets better only when a limit is passed by this much: at the limit itself it would go to and fro. */
const clearly = 1.1;

const steps = (freeBytes: number, limits: readonly number[]): number => limits.filter((limit) => freeBytes >= limit).length;

export function diskLevel(before: DiskLevel, freeBytes: number, { warnBytes, videoBytes, soundBytes }: DiskLimits): DiskLevel {
  const limits = [soundBytes, videoBytes, warnBytes];
  const now = steps(freeBytes, limits);
  const better = steps(freeBytes, limits.map((limit) => limit * clearly));
  return levels[Math.min(now, Math.max(better, levels.indexOf(before)))] ?? 'ample';
}

export function mayWrite(level: DiskLevel, kind: MediaKind): boolean {
  return level === 'ample' || level === 'low' || (level === 'no-video' && kind === 'audio');
}
