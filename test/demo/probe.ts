import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Published, turnChapters, withinFile } from './checks/recording.ts';
import type { PlayedTurn } from './checks/turns.ts';

const run = promisify(execFile);
const ffmpeg = (): string => process.env['YAJI_FFMPEG'] ?? 'ffmpeg';
// It comes with ffmpeg and lies beside it.
const ffprobe = (): string => (ffmpeg().includes('/') ? join(dirname(ffmpeg()), 'ffprobe') : 'ffprobe');

type Probed = { format: { duration: string }; streams: { codec_type: string }[]; chapters: { start_time: string; end_time: string; tags?: { title?: string } }[] };

/** Mean loudness of a part of the file in dB of full scale; null for digital silence or where there is no sound. */
async function loudness(file: string, fromMs: number, lengthMs: number): Promise<number | null> {
  const { stderr } = await run(ffmpeg(), ['-hide_banner', '-nostats', '-ss', String(fromMs / 1_000), '-t', String(lengthMs / 1_000), '-i', file, '-vn', '-af', 'volumedetect', '-f', 'null', '-']);
  const [, mean] = /mean_volume: (-?[\d.]+) dB/.exec(stderr) ?? [];
  return mean === undefined || Number(mean) <= -90 ? null : Number(mean);
}

/** Listens to a published file, turn by turn, and to the pauses of the turns. `names`: of all who spoke, in all languages. */
export async function probe(file: string, turns: readonly PlayedTurn[], names: readonly string[]): Promise<Published> {
  const { stdout } = await run(ffprobe(), ['-loglevel', 'error', '-show_chapters', '-show_format', '-show_streams', '-of', 'json', file]);
  const { format, streams, chapters } = JSON.parse(stdout) as Probed;
  const heard: Published['chapters'] = [];
  const named = chapters.map(({ start_time, end_time, tags }) => ({ title: tags?.title ?? '', fromMs: Number(start_time) * 1_000, toMs: Number(end_time) * 1_000 }));
  for (const chapter of turnChapters(named, names)) heard.push({ ...chapter, meanDb: await loudness(file, chapter.fromMs, chapter.toMs - chapter.fromMs) });
  const pausesDb: (number | null)[] = [];
  for (const [index, { paused, startedAt }] of turns.entries()) {
    for (const span of paused) {
      const { fromMs, lengthMs } = withinFile(span, startedAt, heard[index]?.fromMs ?? 0);
      pausesDb.push(await loudness(file, fromMs, lengthMs));
    }
  }
  const has = (kind: string) => streams.some(({ codec_type }) => codec_type === kind);
  return { durationMs: Number(format.duration) * 1_000, audio: has('audio'), video: has('video'), chapters: heard, pausesDb };
}
