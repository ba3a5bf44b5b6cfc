import { type FileId, fileId } from './file-id.ts';
import type { Storage } from './storage.ts';

/**
 * How a track lies in a storage while it grows: `rooms/<room>/tracks/<track>/<first byte>.mkv`, each piece whole, and its sidecar as
 * `rooms/<room>/tracks/<track>.json`. A sidecar comes after all that it tells of. Pieces may overlap; the same byte is the same in both.
 */
export type Piece = { id: FileId; from: number; bytes: number };

export const pieceId = (roomId: string, trackId: string, from: number): FileId => fileId('rooms', roomId, 'tracks', trackId, `${from}.mkv`);
export const sidecarId = (roomId: string, trackId: string): FileId => fileId('rooms', roomId, 'tracks', `${trackId}.json`);

const shape = /\/tracks\/([^/]+)\/(\d{1,15})\.mkv$/;

/** The pieces of a room's tracks, or of one alone, by track id; each in the order of its bytes. */
export async function piecesIn(storage: Storage, roomId: string, trackId?: string): Promise<Map<string, Piece[]>> {
  const tracks = new Map<string, Piece[]>();
  for (const { id, bytes } of await storage.list(['rooms', roomId, 'tracks', ...(trackId === undefined ? [] : [trackId])].join('/'))) {
    const [, track, from] = shape.exec(id) ?? [];
    if (track === undefined) continue;
    const pieces = tracks.get(track) ?? [];
    tracks.set(track, pieces);
    pieces.push({ id, from: Number(from), bytes });
  }
  for (const pieces of tracks.values()) pieces.sort((one, other) => one.from - other.from);
  return tracks;
}

/** How many bytes there are from the first on without a hole. */
export function unbroken(pieces: readonly Piece[]): number {
  let end = 0;
  for (const { from, bytes } of pieces) {
    if (from > end) break;
    end = Math.max(end, from + bytes);
  }
  return end;
}
