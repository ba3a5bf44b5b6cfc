import type { RecordedPiece, RoomId, SalonId } from '@yaji/contracts';

/** `publicUrl`: where browsers open the pages. `pieces`: of the published recording. */
type Replay = { publicUrl: string; salonId: SalonId | null; roomId: RoomId; pieces: readonly RecordedPiece[] };

/** The page that plays a moment (UTC milliseconds); null where it was not recorded. */
export function replayLink({ publicUrl, salonId, roomId, pieces }: Replay): (at: number) => string | null {
  return (at) => {
    const piece = pieces.find(({ fromAt, durationMs }) => at >= fromAt && at < fromAt + durationMs);
    if (!piece || salonId === null) return null;
    return `${publicUrl}/s/${salonId}/r/${roomId}/replay?t=${Math.floor((piece.offsetMs + at - piece.fromAt) / 1_000)}s`;
  };
}
