import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { tone } from '../../apps/worker/test/synthetic.ts';
import { ffmpeg } from '../media/track-file.ts';
import { beatSeconds } from './reels.ts';

const run = promisify(execFile);
const framesPerSecond = 25;

/** When the middle of the picture turned white between two seconds of the file. */
export async function flashesIn(file: string, [from, to]: [number, number]): Promise<number[]> {
  const { stdout } = await run(ffmpeg, [
    '-v', 'error', '-ss', String(from), '-t', String(to - from), '-i', file, '-vf', `fps=${framesPerSecond},crop=64:64:608:200,scale=1:1`, '-pix_fmt', 'gray', '-f', 'rawvideo', '-',
  ], { encoding: 'buffer' });
  return [...stdout].flatMap((bright, frame) => (bright > 180 && (stdout[frame - 1] ?? 255) < 140 ? [from + frame / framesPerSecond] : []));
}

/** When the tone became louder, nearest to each of these instants; seconds of the file. */
export function beatsNear(sound: Int16Array, hertz: number, instants: readonly number[]): number[] {
  const window = 0.02;
  return instants.map((instant) => {
    const levels = Array.from({ length: 400 }, (_, index) => instant - 1 + index * 0.005).map((s) => ({ s, level: tone(sound, hertz, [s, s + window]) }));
    const most = Math.max(...levels.map(({ level }) => level));
    return (levels.find(({ level }) => level > 0.66 * most)?.s ?? Infinity) + window / 2;
  });
}

/** How much later than the picture the sound of a speaker is, milliseconds, by the median of the beats in this time. */
export async function soundIsLate(film: { file: string; sound: Int16Array }, hertz: number, span: [number, number]): Promise<number> {
  const flashes = (await flashesIn(film.file, span)).filter((flash) => flash > span[0] + 1 && flash < span[1] - 1);
  if (flashes.length < Math.floor((span[1] - span[0] - 2) / beatSeconds)) throw new Error(`only ${flashes.length} flashes are seen from ${span[0]} s to ${span[1]} s`);
  const late = beatsNear(film.sound, hertz, flashes).map((beat, index) => (beat - (flashes[index] ?? 0)) * 1_000).sort((one, other) => one - other);
  return late[late.length >> 1] ?? Infinity;
}
