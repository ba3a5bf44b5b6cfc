import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const mostBytes = 1e9;
/** Exactness of what is found, milliseconds. */
const stepMs = 5;
const rate = 8_000;
/** Before a flash or a beep it has been dark or silent at least this long. */
const restMs = 300;

/** Where a level begins to lie in the upper half of its range after a rest, milliseconds. */
export function onsets(levels: readonly number[]): number[] {
  const most = levels.reduce((max, level) => Math.max(max, level), 0);
  const found: number[] = [];
  let restedMs = 0;
  for (const [index, level] of levels.entries()) {
    const isUp = level > most / 2;
    if (isUp && restedMs >= restMs) found.push(index * stepMs);
    restedMs = isUp ? 0 : restedMs + stepMs;
  }
  return found;
}

async function decoded(file: string, as: readonly string[]): Promise<Buffer> {
  const { stdout } = await run(process.env['YAJI_FFMPEG'] ?? 'ffmpeg', ['-v', 'error', '-i', file, ...as, '-'], { encoding: 'buffer', maxBuffer: mostBytes });
  return stdout;
}

/** When the middle of the picture turns white, milliseconds of the file. */
export async function flashesIn(file: string): Promise<number[]> {
  const frames = await decoded(file, ['-an', '-vf', `crop=iw/4:ih/4,scale=1:1:flags=area,format=gray,fps=${1_000 / stepMs}:start_time=0`, '-f', 'rawvideo']);
  return onsets([...frames]);
}

/** When a beep begins, milliseconds of the file. */
export async function beepsIn(file: string): Promise<number[]> {
  const bytes = await decoded(file, ['-vn', '-af', 'aresample=async=1:first_pts=0', '-ac', '1', '-ar', String(rate), '-f', 's16le']);
  const perStep = (rate * stepMs) / 1_000;
  const peak = (step: number): number => {
    let most = 0;
    for (let sample = 0; sample < perStep; sample += 1) most = Math.max(most, Math.abs(bytes.readInt16LE((step * perStep + sample) * 2)));
    return most;
  };
  return onsets(Array.from({ length: Math.floor(bytes.length / 2 / perStep) }, (_, step) => peak(step)));
}

/** A flash with its beep; `lateMs`: how much the beep comes after. */
export type Pair = { atMs: number; lateMs: number };

const nearMs = 450;

/** Each flash with the beep that is nearest; those without one are left out. */
export function pairs(flashes: readonly number[], beeps: readonly number[]): Pair[] {
  return flashes.flatMap((atMs) => {
    const lateMs = beeps.map((beep) => beep - atMs).sort((one, other) => Math.abs(one) - Math.abs(other))[0];
    return lateMs !== undefined && Math.abs(lateMs) < nearMs ? [{ atMs, lateMs }] : [];
  });
}

const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/** How much `lateMs` changes from the first pair to the last: the middle of the slopes between pairs half the time apart, which no single bad pair bends (Theil and Sen). */
function drift(all: readonly Pair[]): number {
  const half = Math.floor(all.length / 2);
  const slopes = all.slice(half).flatMap((late, index) => {
    const early = all[index];
    return early ? [(late.lateMs - early.lateMs) / (late.atMs - early.atMs)] : [];
  });
  return median(slopes) * ((all.at(-1)?.atMs ?? 0) - (all[0]?.atMs ?? 0));
}

const few = 8;
const pauseMs = 2_500;

/** `start`, `afterPause`, `end`: the middle of a few pairs there, milliseconds; the pause is the first stretch without any. */
export function offsets(all: readonly Pair[]): { start: number; afterPause: number; end: number; drift: number } {
  const after = all.findIndex(({ atMs }, index) => index > 0 && atMs - (all[index - 1]?.atMs ?? atMs) > pauseMs);
  const lates = all.map(({ lateMs }) => lateMs);
  return {
    start: median(lates.slice(0, few)), afterPause: after < 0 ? Number.NaN : median(lates.slice(after, after + few)), end: median(lates.slice(-few)), drift: drift(all),
  };
}
