import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cut } from '@yaji/chronicle';
import { ffmpeg, type Studio } from '../studio.ts';
import { type Block, gainDb } from './gated.ts';

/** A time of a film in which one voice is heard, or those of an open floor. Milliseconds of the film. */
export type Voice = { fromMs: number; toMs: number; who: string };

/** Whose voice is heard where, the film being these cuts one after the other. */
export function voicesOf(cuts: readonly Pick<Cut, 'durationMs' | 'scene' | 'sounds'>[]): Voice[] {
  const voices: Voice[] = [];
  let at = 0;
  for (const { durationMs, scene, sounds } of cuts) {
    const who = scene.kind === 'turn' ? `turn ${scene.turn}` : scene.kind;
    const last = voices.at(-1);
    if (last?.who === who && last.toMs === at && sounds.length > 0) last.toMs = at + durationMs;
    else if (sounds.length > 0) voices.push({ fromMs: at, toMs: at + durationMs, who });
    at += durationMs;
  }
  return voices;
}

/** How long a block is, and how far each is after the one before. Milliseconds. */
const blockMs = 400;
const hopMs = 100;

/** Measures a film of these cuts and says how much louder each voice is to be; all that one says in a turn is moved alike. */
export async function gainsFor(studio: Studio, input: readonly string[], voices: readonly Voice[], limitMs: number): Promise<{ atMs: number; db: number }[]> {
  if (voices.length === 0) return [];
  const blocks = await measured(studio, input, limitMs);
  const within = ({ fromMs, toMs }: Voice): Block[] => blocks.filter(({ atMs }) => atMs - blockMs >= fromMs && atMs <= toMs);
  const gains = new Map<string, number>();
  for (const { who } of voices) if (!gains.has(who)) gains.set(who, gainDb(voices.filter((one) => one.who === who).flatMap(within)));
  return voices.map(({ fromMs, who }) => ({ atMs: fromMs, db: gains.get(who) ?? 0 }));
}

/** ffmpeg writes a line with the time and one with the loudness for each block. */
async function measured(studio: Studio, input: readonly string[], limitMs: number): Promise<Block[]> {
  const file = `loudness-${randomUUID()}.txt`;
  await ffmpeg(studio, [...input, '-vn', '-af', `ebur128=metadata=1,ametadata=mode=print:key=lavfi.r128.M:file=${file}`, '-f', 'null', '-'], { limitMs });
  const written = await readFile(join(studio.folder, file), 'utf8');
  await rm(join(studio.folder, file));
  return [...written.matchAll(/pts_time:([\d.]+)\s+lavfi\.r128\.M=(\S+)/g)].map(([, seconds, lufs]) => ({
    atMs: Number(seconds) * 1_000 + hopMs, lufs: Number.isFinite(Number(lufs)) ? Number(lufs) : -Infinity,
  }));
}
