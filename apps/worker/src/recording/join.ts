import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BREATH_MS, type EditList, textIn } from '@yaji/chronicle';
import { attempt, ProgramFailed } from './program.ts';
import { ffmpeg, probeBeside, type Studio } from './studio.ts';

/** ffmpeg's metadata file: these five mean something in it. */
const quoted = (text: string): string => text.replace(/[=;#\\\n]/g, '\\$&');

type Marked = { title: string; offsetMs: number; durationMs: number };

/**
 * Chapters of the file; ffmpeg wants a time base and both ends. In an MP4 a chapter lasts until the next one begins and the first begins
 * with the file, so that where a title card is shown (CH11), and before the first turn, there is one with the salon's name.
 */
export function metadataOf(list: EditList): string {
  const title = textIn(list.title, list.languages[0] ?? 'en') ?? '';
  const chapters = withTitleCards(list, title).map(({ title: name, offsetMs, durationMs }) =>
    `[CHAPTER]\nTIMEBASE=1/1000\nSTART=${offsetMs}\nEND=${offsetMs + durationMs}\ntitle=${quoted(name)}\n`);
  return `;FFMETADATA1\ntitle=${quoted(title)}\n${chapters.join('')}`;
}

function withTitleCards({ chapters, durationMs }: EditList, title: string): Marked[] {
  const marked: Marked[] = [];
  let at = 0;
  for (const chapter of chapters) {
    const gapMs = chapter.offsetMs - at;
    if (gapMs > (marked.length === 0 ? 0 : BREATH_MS)) marked.push({ title, offsetMs: at, durationMs: gapMs });
    marked.push(chapter);
    at = chapter.offsetMs + chapter.durationMs;
  }
  return marked.length > 0 && durationMs - at > BREATH_MS ? [...marked, { title, offsetMs: at, durationMs: durationMs - at }] : marked;
}

/** How far the file may differ from the list: the last sound packet, and rounding. Milliseconds. */
const tolerableMs = 200;

/** Puts the cuts together into one MP4 that plays while it loads; answers its name in the studio. */
export async function joinCuts(studio: Studio, list: EditList, files: readonly string[], reached: (ms: number) => void): Promise<string> {
  const name = randomUUID();
  const [cuts, chapters, film] = [`list-${name}.txt`, `chapters-${name}.txt`, `part-${name}.mp4`];
  await writeFile(join(studio.folder, cuts), files.map((file) => `file '${file}'\n`).join(''));
  await writeFile(join(studio.folder, chapters), metadataOf(list));
  await ffmpeg(studio, [
    '-f', 'concat', '-i', cuts, '-f', 'ffmetadata', '-i', chapters, '-map', '0:v', '-map', '0:a', '-map_metadata', '1', '-map_chapters', '1',
    '-c:v', 'copy', '-c:a', 'aac', '-b:a', '128k', '-movflags', '+faststart', '-f', 'mp4', film,
  ], { limitMs: 120_000 + list.durationMs, reached });
  await Promise.all([cuts, chapters].map((file) => rm(join(studio.folder, file), { force: true })));
  const durationMs = await lengthOf(studio, film);
  if (Math.abs(durationMs - list.durationMs) > tolerableMs) {
    throw new ProgramFailed(studio.ffmpeg, `made ${Math.round(durationMs)} ms instead of ${list.durationMs}`, []);
  }
  return film;
}

async function lengthOf(studio: Studio, file: string): Promise<number> {
  let durationMs = Number.NaN;
  const failed = await attempt({
    path: probeBeside(studio.ffmpeg), args: ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', file], cwd: studio.folder,
    limitMs: 60_000, signal: studio.signal, heard: (line) => (durationMs = Number(line) * 1_000),
  });
  if (failed) throw failed;
  return durationMs;
}
