import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordedTrack, Span } from '@yaji/chronicle';
import { MediaKind, MediaSource, ParticipantId } from '@yaji/contracts';
import { z } from 'zod';
import type { MissingPart } from '@yaji/contracts';
import { type Filled, filledIn } from './packets.ts';
import type { Studio } from './studio.ts';

/** What the recorder writes beside a track (apps/media/README.md). Times in milliseconds. */
const Sidecar = z.object({
  trackId: z.string().regex(/^[A-Za-z0-9_-]{1,100}$/), participantId: ParticipantId, source: MediaSource, kind: MediaKind,
  startedAtMs: z.number(), endedAtMs: z.number().nullable(), writtenMs: z.number(), syncMs: z.number().default(0),
  gaps: z.array(z.object({ fromMs: z.number(), toMs: z.number(), why: z.string().optional() })).default([]),
});
type Sidecar = z.infer<typeof Sidecar>;

/**
 * A track with its file. `startedAt`: UTC milliseconds of the file's zero; `lastMs`: where its last packet begins, in file time; `finalUntil`: up to there its bytes will never change;
 * `signature` changes whenever its bytes may have.
 */
export type StoredTrack = RecordedTrack & { file: string; startedAt: number; lastMs: number; finalUntil: number; signature: string };
export type Tracks = { tracks: StoredTrack[]; missing: MissingPart[] };

/** Opus says nothing for up to 400 ms while somebody is silent; a longer time without packets is a hole. */
const soundHoleMs = 2_000;
/** A screen that does not move sends little: only a hole that the recorder knows of, or a very long one, ends a picture. */
const pictureHoleMs = 15_000;
/** The recorder syncs whole clusters of a second: what lacks more than this has been torn. */
const tornMs = 2_500;
/** Blocks may still be written this much before what the sidecar says is on disk. */
const unsettledMs = 2_000;

/** Changes when what a track has up to this instant (UTC ms) may have changed: files only grow. */
export const signatureUntil = ({ trackId, signature, finalUntil }: StoredTrack, at: number): string => (at <= finalUntil ? `${trackId} final` : signature);

/** The sidecars of a room; none where nothing was recorded. */
export async function sidecarsIn(folder: string): Promise<Sidecar[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    if (typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  });
  const read = await Promise.all(names.filter((name) => name.endsWith('.json')).sort().map((name) => readSidecar(join(folder, name))));
  return read.filter((sidecar) => sidecar !== null);
}

async function readSidecar(file: string): Promise<Sidecar | null> {
  const written: unknown = JSON.parse(await readFile(file, 'utf8').catch(() => 'null').then((text) => (isJson(text) ? text : 'null')));
  const read = Sidecar.safeParse(written);
  return read.success ? read.data : null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (fault) {
    return !(fault instanceof SyntaxError);
  }
}

/** Every track of a room, as far as its file can be read, and what cannot. */
export async function readTracks(studio: Studio, folder: string): Promise<Tracks> {
  const result: Tracks = { tracks: [], missing: [] };
  for (const sidecar of await sidecarsIn(folder)) {
    const { track, missing } = await readTrack(studio, sidecar, join(folder, `${sidecar.trackId}.mkv`));
    if (track) result.tracks.push(track);
    if (missing) result.missing.push(missing);
  }
  return result;
}

async function readTrack(studio: Studio, sidecar: Sidecar, file: string): Promise<{ track: StoredTrack | null; missing: MissingPart | null }> {
  const { trackId, participantId, source, kind } = sidecar;
  const startedAt = sidecar.startedAtMs + sidecar.syncMs;
  const missing = (why: 'no-file' | 'unreadable' | 'torn'): MissingPart => ({ what: 'track', why, trackId, participantId, turn: null, offsetMs: null, durationMs: null });
  const found = await stat(file).catch(() => null);
  if (!found) return { track: null, missing: missing('no-file') };
  const filled = await filledIn(studio, file, holesOf(sidecar));
  const last = filled.at(-1);
  if (!last) return { track: null, missing: missing('unreadable') };
  const inRoom = ({ fromMs, toMs }: Pick<Filled, 'fromMs' | 'toMs'>): Span => ({ fromAt: startedAt + fromMs, toAt: startedAt + toMs });
  const torn = last.toMs < sidecar.writtenMs - tornMs;
  const track: StoredTrack = {
    trackId, participantId, source, kind, file, startedAt, lastMs: last.lastMs, signature: `${trackId} ${found.size} ${found.mtimeMs}`,
    spans: spansOf(sidecar, filled, torn).map(inRoom), lost: sidecar.gaps.filter(({ why }) => why === 'lost').map(inRoom),
    broken: torn || sidecar.endedAtMs === null, finalUntil: finalUntil(sidecar, torn),
  };
  return { track, missing: torn ? missing('torn') : null };
}

function finalUntil({ endedAtMs, startedAtMs, syncMs, writtenMs }: Sidecar, torn: boolean): number {
  if (torn) return -Infinity;
  return endedAtMs === null ? startedAtMs + syncMs + writtenMs - unsettledMs : Infinity;
}

const holesOf = ({ kind, gaps }: Sidecar) => (fromMs: number, toMs: number): boolean => {
  if (kind === 'audio') return toMs - fromMs > soundHoleMs;
  const known = gaps.some((gap) => gap.toMs - gap.fromMs > soundHoleMs && gap.fromMs < toMs && gap.toMs > fromMs);
  return toMs - fromMs > pictureHoleMs || (known && toMs - fromMs > soundHoleMs);
};

/** The last picture of a whole track stays until the track ended. */
function spansOf({ kind, endedAtMs, startedAtMs }: Sidecar, filled: readonly Filled[], torn: boolean): Filled[] {
  if (kind === 'audio' || torn || endedAtMs === null) return [...filled];
  const endMs = endedAtMs - startedAtMs;
  return filled.map((span, index) => (index === filled.length - 1 && endMs - span.toMs < pictureHoleMs ? { ...span, toMs: Math.max(span.toMs, endMs) } : span));
}
