import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Chapter, Sprite } from '@yaji/contracts';
import { ffmpeg, localFile, type Studio } from './studio.ts';

const seconds = (ms: number): string => (ms / 1_000).toFixed(3);
const patienceMs = 60_000;

/** The sound alone, as it is in the film, with its chapters. Answers the file's name in the studio, as all of these do. */
export async function soundOf(studio: Studio, film: string, durationMs: number): Promise<string> {
  const made = `sound-${randomUUID()}.m4a`;
  await ffmpeg(studio, [...localFile(film), '-map', '0:a', '-map_chapters', '0', '-c', 'copy', '-movflags', '+faststart', '-f', 'ipod', made], { limitMs: patienceMs + durationMs / 10 });
  return made;
}

/** One picture of the film as it is. */
export async function posterOf(studio: Studio, film: string, atMs: number): Promise<string> {
  const made = `poster-${randomUUID()}.jpg`;
  await ffmpeg(studio, ['-ss', seconds(atMs), ...localFile(film), '-map', '0:v', '-frames:v', '1', '-q:v', '4', '-f', 'image2', '-update', '1', made], { limitMs: patienceMs });
  return made;
}

const width = 160;
const height = 90;
const columns = 10;
/** A long film has no more small pictures than this, a short one one every two seconds: there is a key picture as often. */
const mostPictures = 400;
const leastEveryMs = 2_000;

/** Small pictures of the whole film in one image, each the last key picture before its time; no others are decoded. */
export async function spriteOf(studio: Studio, film: string, durationMs: number): Promise<{ file: string } & Omit<Sprite, 'url'>> {
  const everyMs = Math.max(leastEveryMs, Math.ceil(durationMs / mostPictures / leastEveryMs) * leastEveryMs);
  const count = Math.max(1, Math.ceil(durationMs / everyMs));
  const rows = Math.ceil(count / columns);
  const file = `pictures-${randomUUID()}.jpg`;
  const filters = [
    `fps=fps=1000/${everyMs}:start_time=0:round=up`, `tpad=stop=${count}:stop_mode=clone`, `trim=end_frame=${count}`,
    `scale=${width}:${height}`, `tile=${columns}x${rows}:color=black`,
  ];
  await ffmpeg(studio, ['-skip_frame', 'nokey', ...localFile(film), '-map', '0:v', '-vf', filters.join(','), '-frames:v', '1', '-q:v', '5', '-f', 'image2', '-update', '1', file], { limitMs: patienceMs + durationMs / 5 });
  return { file, everyMs, columns, count, width, height };
}

/** These chapters of the film as a file of their own, nothing encoded anew: every chapter begins with a key picture, as every cut does. */
export async function partsOf(studio: Studio, film: string, parts: readonly Chapter[]): Promise<string> {
  const [list, made] = [`list-${randomUUID()}.txt`, `turn-${randomUUID()}.mp4`];
  const places = parts.map(({ offsetMs, durationMs }) => `file '${film}'\ninpoint ${seconds(offsetMs)}\noutpoint ${seconds(offsetMs + durationMs)}\n`);
  await writeFile(join(studio.folder, list), places.join(''));
  await ffmpeg(studio, [
    '-f', 'concat', '-i', list, '-map', '0:v', '-map', '0:a', '-map_chapters', '-1', '-metadata', `title=${parts[0]?.title ?? ''}`,
    '-c', 'copy', '-movflags', '+faststart', '-f', 'mp4', made,
  ], { limitMs: patienceMs });
  await rm(join(studio.folder, list));
  return made;
}
