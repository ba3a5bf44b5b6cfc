import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../recording/program.ts';
import { ffmpeg, localFile, probeBeside, type Studio } from '../recording/studio.ts';
import { sharpness } from './sharpness.ts';

/** A moment of a room, UTC milliseconds, and where it lies in a file, milliseconds of its own timestamps. */
export type Moment = { at: number; inFileMs: number };

const PROBE_WIDTH = 320;
const LARGEST_WIDTH = 1_280;
const patienceMs = 30_000;

const seconds = (ms: number): string => (ms / 1_000).toFixed(3);
const from = (file: string, ms: number): string[] => ['-seek_timestamp', '1', '-ss', seconds(Math.max(0, ms)), ...localFile(file), '-map', '0:v:0', '-frames:v', '1'];

/** The sharpest of these moments; null where at none of them anything is to be seen. */
export async function sharpest(studio: Studio, file: string, moments: readonly Moment[]): Promise<Moment | null> {
  let best: { moment: Moment; score: number } | null = null;
  for (const moment of moments) {
    const score = await scoreAt(studio, file, moment);
    if (score !== null && (best === null || score > best.score)) best = { moment, score };
  }
  return best?.moment ?? null;
}

/** Null also where the file has no picture then. */
async function scoreAt(studio: Studio, file: string, { inFileMs }: Moment): Promise<number | null> {
  const probe = `probe-${randomUUID()}.grey`;
  try {
    await ffmpeg(studio, [...from(file, inFileMs), '-vf', `scale=${PROBE_WIDTH}:-2:flags=area`, '-pix_fmt', 'gray', '-f', 'rawvideo', probe], { limitMs: patienceMs });
    return sharpness(await readFile(join(studio.folder, probe)), PROBE_WIDTH);
  } finally {
    await rm(join(studio.folder, probe), { force: true });
  }
}

/** A JPEG of this moment, at most 1280 wide. Answers its name in the studio and its size in pixels. */
export async function pictureAt(studio: Studio, file: string, { inFileMs }: Moment): Promise<{ made: string; width: number; height: number }> {
  const made = `picture-${randomUUID()}.jpg`;
  await ffmpeg(studio, [...from(file, inFileMs), '-vf', `scale='min(${LARGEST_WIDTH},iw)':-2,setsar=1`, '-q:v', '3', '-f', 'image2', '-update', '1', made], { limitMs: patienceMs });
  let size = { width: 0, height: 0 };
  await run({
    path: probeBeside(studio.ffmpeg), args: ['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'stream=width,height', '-of', 'csv=p=0', made],
    cwd: studio.folder, limitMs: patienceMs, signal: studio.signal,
    heard: (line) => {
      const [width = 0, height = 0] = line.split(',').map(Number);
      if (width > 0 && height > 0) size = { width, height };
    },
  });
  return { made, ...size };
}
