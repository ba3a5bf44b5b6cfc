import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaKind, MediaSource, ParticipantId, RoomId } from '@yaji/contracts';
import type { Codec } from './matroska.ts';

/** A stretch of the file, in its own milliseconds, for which there is nothing. `lost`: it should have been there. */
export type Gap = { fromMs: number; toMs: number; why: 'off-air' | 'lost' };

/** The sidecar of a track file; README.md says what each field means to its readers. Times in UTC milliseconds, `…Ms` of the file in file time. */
export type Track = {
  trackId: string; roomId: RoomId; participantId: ParticipantId; source: MediaSource; kind: MediaKind; codec: Codec;
  startedAtMs: number; endedAtMs: number | null; writtenMs: number; gaps: Gap[];
};

/** Replaces the sidecar whole: a reader finds the old one or the new one. */
export async function writeSidecar(folder: string, track: Track): Promise<void> {
  const path = join(folder, `${track.trackId}.json`);
  await writeFile(`${path}.part`, JSON.stringify(track));
  await rename(`${path}.part`, path);
}
