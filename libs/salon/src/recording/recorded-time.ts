import type { RecordedPiece } from '@yaji/contracts';

type Recorded = { pieces: readonly RecordedPiece[]; startedAt: number; durationMs: number };

/** The pieces of a recording in the order of its file; one that tells of none was made without a break. */
export const piecesOf = ({ pieces, startedAt, durationMs }: Recorded): readonly RecordedPiece[] =>
  (pieces.length > 0 ? pieces : [{ offsetMs: 0, durationMs, fromAt: startedAt }]);

/** When that was in the room, UTC milliseconds. Where two pieces meet it is the beginning of the second; past the end time runs on. */
export function roomTime(pieces: readonly RecordedPiece[], offsetMs: number): number {
  const piece = pieces.findLast((one) => one.offsetMs <= offsetMs) ?? pieces[0];
  return piece ? piece.fromAt + offsetMs - piece.offsetMs : offsetMs;
}

/** Where that is in the file, milliseconds. What was not recorded is found where recording began again, or at the end. */
export function fileTime(pieces: readonly RecordedPiece[], at: number): number {
  const piece = pieces.find(({ fromAt, durationMs }) => at < fromAt + durationMs);
  if (piece) return piece.offsetMs + Math.max(0, at - piece.fromAt);
  const last = pieces.at(-1);
  return last ? last.offsetMs + last.durationMs : 0;
}
