import { createHash } from 'node:crypto';
import { access, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProgramFailed } from '../program.ts';
import { ffmpeg, type Studio } from '../studio.ts';
import type { Face } from './lettering.ts';
import type { Box } from './places.ts';

/** A programme booklet's paper and ink; the accent is the salon's own. */
export const paper = '0xF6F1E7';
export const ink = '0x22262B';
export const faded = '0x6B6459';
export const night = '0x14181D';
export const bright = '0xFFFFFF';
export const pale = '0xE3DCCD';

export type Line = { text: string; face: Face; size: number; x: number; baseline: number; colour: string };
/** `colour` null: the salon's accent. */
export type Bar = Box & { colour: string | null };
export type Drawing = { width: number; height: number; ground: string; bars: Bar[]; lines: Line[] };
/** `lettered`: the words could be written. */
export type Drawn = { file: string; lettered: boolean };

export type Means = { accent: string; familyOf: (face: Face, text: string) => Promise<string> };

/** Makes the image unless it is there already; without words where they cannot be written. */
export async function drawnImage(studio: Studio, drawing: Drawing, means: Means): Promise<Drawn> {
  const name = `image-${createHash('sha256').update(JSON.stringify([drawing, means.accent])).digest('hex').slice(0, 20)}`;
  const file = `${name}.png`;
  if (await isThere(join(studio.folder, file))) return { file, lettered: true };
  const written = drawing.lines.filter(({ text }) => text !== '');
  const lines = await Promise.all(written.map((line, index) => lettered(studio, line, { textFile: `${name}-${index}.txt`, familyOf: means.familyOf })));
  const bars = drawing.bars.map(({ x, y, width, height, colour }) => `drawbox=x=${x}:y=${y}:w=${width}:h=${height}:color=${colour ?? means.accent.replace('#', '0x')}:t=fill`);
  try {
    await paint(studio, drawing, [...bars, ...lines], file);
    return { file, lettered: true };
  } catch (failure) {
    if (!(failure instanceof ProgramFailed) || failure.isAbsent || failure.isKilled) throw failure;
    const bare = `bare-${name}.png`;
    await paint(studio, drawing, bars, bare);
    return { file: bare, lettered: false };
  }
}

const isThere = (file: string): Promise<boolean> => access(file).then(() => true, () => false);

/** The words go through a file of their own, so that nothing in them can be read as part of the filter. */
async function lettered(studio: Studio, line: Line, { textFile, familyOf }: { textFile: string; familyOf: Means['familyOf'] }): Promise<string> {
  await writeFile(join(studio.folder, textFile), line.text);
  const family = await familyOf(line.face, line.text);
  return `drawtext=font='${family}':textfile=${textFile}:expansion=none:fontsize=${line.size}:fontcolor=${line.colour}:x=${line.x}:y=${line.baseline}-ascent`;
}

async function paint(studio: Studio, { width, height, ground }: Drawing, filters: readonly string[], file: string): Promise<void> {
  const unfinished = `part-${process.pid}-${file}`;
  const source = `color=c=${ground}:s=${width}x${height}:d=1,format=rgba`;
  await ffmpeg(studio, ['-f', 'lavfi', '-i', [source, ...filters].join(','), '-frames:v', '1', '-update', '1', unfinished], { limitMs: 60_000 });
  await rename(join(studio.folder, unfinished), join(studio.folder, file));
}
