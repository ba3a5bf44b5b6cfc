import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaKind, MediaSource, ParticipantId, RoomId } from '@yaji/contracts';
import type { Codec } from './matroska.ts';

/** A stretch of the file, in its own milliseconds, for which there is nothing. `lost`, `no-key-frame`: something should have been there. */
export type Gap = { fromMs: number; toMs: number; why: 'off-air' | 'lost' | 'no-key-frame' };
/** An instant by this machine's monotonic clock, which nobody sets, and in UTC. */
export type Instant = { monotonicMs: number; utcMs: number };

/** The sidecar of a track file; README.md says what each field means to its readers. Times in UTC milliseconds, `…Ms` of the file in file time. */
export type Track = {
  trackId: string; roomId: RoomId; participantId: ParticipantId; source: MediaSource; kind: MediaKind; codec: Codec;
  startedAtMs: number; endedAtMs: number | null; writtenMs: number; gaps: Gap[];
  syncMs: number; timing: 'arrival' | 'reports';
  packets: number; lost: number; first: Instant | null; last: Instant | null;
  sizes: { atMs: number; width: number; height: number }[];
};

export type TrackOf = Pick<Track, 'trackId' | 'roomId' | 'participantId' | 'source' | 'kind' | 'codec' | 'startedAtMs'>;

/** A track of which nothing is written yet. */
export const newTrack = (of: TrackOf): Track => ({
  ...of, endedAtMs: null, writtenMs: 0, gaps: [], syncMs: 0, timing: 'arrival', packets: 0, lost: 0, first: null, last: null, sizes: [],
});

/** Replaces the sidecar whole: a reader finds the old one or the new one. */
export async function writeSidecar(folder: string, track: Track): Promise<void> {
  const path = join(folder, `${track.trackId}.json`);
  await writeFile(`${path}.part`, JSON.stringify(track));
  await rename(`${path}.part`, path);
}
