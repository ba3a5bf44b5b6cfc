import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ffmpeg } from './track-file.ts';

const run = promisify(execFile);

/** A list of parts as it is now. `begunAt`: UTC milliseconds of the first. */
export type List = { begunAt: number; run: string; beginning: string; parts: string[] };

export async function readList(url: string): Promise<List> {
  const answer = await fetch(url);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text}`);
  const find = (pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';
  const beginning = find(/URI="([^"]+)"/);
  return { begunAt: Date.parse(find(/PROGRAM-DATE-TIME:(.*)/)), run: beginning.split('-')[0] ?? '', beginning, parts: text.split('\n').filter((line) => line.endsWith('.m4s')) };
}

/** A player asks so often for the list of two-second parts. */
const askEveryMs = 1_000;

/** Somebody who goes on watching, however long it takes to look at a part. `leave` rejects when the list could not be asked for. */
export function keepsWatching(url: string): { leave: () => Promise<void> } {
  const leaving = new AbortController();
  const watch = async (): Promise<void> => {
    for (; !leaving.signal.aborted; await wait(askEveryMs)) await (await fetch(url)).body?.cancel();
  };
  const ended = watch().then(() => null, (cause: unknown) => ({ cause }));
  return {
    leave: async () => {
      leaving.abort();
      const failure = await ended;
      if (failure) throw failure.cause;
    },
  };
}

export type Colour = { red: number; green: number; blue: number };
export type Watched = { complaints: string; brightness: number; colour: Colour; loudnessAt: (hertz: number) => Promise<number>; forget: () => Promise<void> };

/** Decodes one part. `brightness`, `colour`: of the picture, 0 to 255; `loudnessAt`: of a tone, in decibels below full scale. */
export async function watchPart(url: string, { beginning }: List, part: string): Promise<Watched> {
  const folder = await mkdtemp(join(tmpdir(), 'yaji-watched-'));
  const file = join(folder, 'part.mp4');
  const bytes = await Promise.all([beginning, part].map(async (name) => Buffer.from(await (await fetch(new URL(name, url))).arrayBuffer())));
  await writeFile(file, Buffer.concat(bytes));
  const { stderr: complaints } = await run(ffmpeg, ['-v', 'warning', '-i', file, '-f', 'null', '-']);
  const { stdout } = await run(ffmpeg, ['-v', 'error', '-i', file, '-frames:v', '1', '-vf', 'scale=1:1', '-pix_fmt', 'rgb24', '-f', 'rawvideo', '-'], { encoding: 'buffer' });
  const [red = 0, green = 0, blue = 0] = stdout;
  return {
    complaints, colour: { red, green, blue }, brightness: 0.3 * red + 0.59 * green + 0.11 * blue,
    loudnessAt: async (hertz) => {
      const { stderr } = await run(ffmpeg, ['-hide_banner', '-i', file, '-vn', '-af', `bandpass=f=${hertz}:w=40,bandpass=f=${hertz}:w=40,volumedetect`, '-f', 'null', '-']);
      return Number(/max_volume: (-?[\d.]+)/.exec(stderr)?.[1] ?? -Infinity);
    },
    forget: () => rm(folder, { recursive: true, force: true }),
  };
}
