import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FloorStretch } from '@yaji/salon';
import { ffmpeg, localFile, type Studio } from '../../recording/studio.ts';
import type { StoredTrack } from '../../recording/tracks.ts';
import { soundOf } from '../sound/wav.ts';
import { rate, type Sound } from '../transcriber.ts';

/** What was recorded of a voice from `fromAt` (UTC milliseconds) on. */
export type TurnSound = { fromAt: number; sound: Sound };

const limitMs = 300_000;
/** Less than a word. */
const leastMs = 300;

/** The sound of a stretch of the floor: of every track that its voice left then, each with the time of its first sample. */
export async function soundsOf(studio: Studio, { voice, fromAt, toAt }: FloorStretch, tracks: readonly StoredTrack[]): Promise<TurnSound[]> {
  const own = tracks.filter(({ kind, participantId }) => kind === 'audio' && participantId === voice);
  const sounds: TurnSound[] = [];
  for (const { spans, startedAt, file } of own) {
    const [from, to] = [Math.max(fromAt, spans[0]?.fromAt ?? Infinity), Math.min(toAt ?? Infinity, spans.at(-1)?.toAt ?? -Infinity)];
    if (to - from >= leastMs) sounds.push({ fromAt: from, sound: await samplesOf(studio, file, { fromMs: from - startedAt, toMs: to - startedAt }) });
  }
  return sounds;
}

/** Part of a track, holes as silence. Times in the file's own milliseconds. */
async function samplesOf(studio: Studio, file: string, { fromMs, toMs }: { fromMs: number; toMs: number }): Promise<Sound> {
  const made = `speech-${randomUUID()}.s16`;
  const seconds = (ms: number): string => (ms / 1_000).toFixed(3);
  // Cut after decoding: a file that grows has no index to seek by.
  const filter = `aresample=async=1:first_pts=0,atrim=start=${seconds(fromMs)}:end=${seconds(toMs)}`;
  try {
    await ffmpeg(studio, [...localFile(file), '-vn', '-af', filter, '-ar', String(rate), '-ac', '1', '-f', 's16le', made], { limitMs });
    return soundOf(await readFile(join(studio.folder, made)));
  } finally {
    await rm(join(studio.folder, made), { force: true });
  }
}
