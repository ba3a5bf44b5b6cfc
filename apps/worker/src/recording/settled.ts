import { setTimeout as pause } from 'node:timers/promises';
import { sidecarsIn } from './tracks.ts';

/** A tap that is being closed is on disk by then; one whose process died never says so, and then its file is trusted. Milliseconds. */
const patienceMs = 15_000;
const lookEveryMs = 250;
/** The recorder brings to the disk within this time what it has taken, whether or not more follows. Milliseconds. */
const onDiskMs = 2_500;

/** Waits until every track of the folder is closed that was begun before `until` (UTC ms), or for fifteen seconds. */
export async function settled(folder: string, until: number, signal: AbortSignal): Promise<void> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += lookEveryMs) {
    const open = (await sidecarsIn(folder)).filter(({ startedAtMs, endedAtMs }) => endedAtMs === null && startedAtMs < until);
    if (open.length === 0) return;
    await pause(lookEveryMs, undefined, { signal });
  }
}

/** Waits until what was said by this instant (UTC ms) is on disk, also in tracks that go on. */
export async function onDisk(at: number, signal: AbortSignal): Promise<void> {
  const waitMs = at + onDiskMs - Date.now();
  if (waitMs > 0) await pause(waitMs, undefined, { signal });
}
