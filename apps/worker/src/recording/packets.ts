import { attempt } from './program.ts';
import { probeBeside, type Studio } from './studio.ts';

/** A stretch of a file that has packets, in the file's own milliseconds. `lastMs`: where its last packet begins. */
export type Filled = { fromMs: number; toMs: number; lastMs: number };

const limitMs = 120_000;

/**
 * Reads a track's packets, as far as the file goes: a torn end is simply less. `isHole` says whether the time between two packets
 * is a hole. Empty where nothing can be read.
 */
export async function filledIn(studio: Studio, file: string, isHole: (fromMs: number, toMs: number) => boolean): Promise<Filled[]> {
  const filled: Filled[] = [];
  const heard = (line: string): void => {
    const [ptsTime, duration] = line.split(',').map(Number);
    if (ptsTime === undefined || !Number.isFinite(ptsTime)) return;
    const fromMs = ptsTime * 1_000;
    const toMs = fromMs + (duration !== undefined && Number.isFinite(duration) ? duration * 1_000 : 0);
    const last = filled.at(-1);
    if (!last || isHole(last.toMs, fromMs)) return void filled.push({ fromMs, toMs, lastMs: fromMs });
    last.toMs = Math.max(last.toMs, toMs);
    last.lastMs = Math.max(last.lastMs, fromMs);
  };
  const args = ['-v', 'error', '-protocol_whitelist', 'file', '-select_streams', '0', '-show_entries', 'packet=pts_time,duration_time', '-of', 'csv=p=0', file];
  // It complains about a torn end, but only after telling what it could read.
  const failure = await attempt({ path: probeBeside(studio.ffmpeg), args, cwd: studio.folder, limitMs, signal: studio.signal, heard });
  if (failure?.isAbsent === true || failure?.isKilled === true) throw failure;
  return filled;
}
