import type { RoomId } from '@yaji/contracts';
import { materialOf, type Publisher, studioFor } from '../material.ts';
import { renderCuts } from '../render-cuts.ts';

/** A cut of this length is never cut otherwise later, whatever follows. Milliseconds. */
const wholeCutMs = 60_000;

/**
 * Makes the cuts of a turn that goes on, as far as nothing can change in them any more: when it ends, its clip and the film find them made. Answers how
 * many there are. `until`: UTC milliseconds.
 */
export async function renderAhead({ roomId, turn, until }: { roomId: RoomId; turn: number; until: number }, publisher: Publisher, signal: AbortSignal): Promise<number> {
  const studio = await studioFor(publisher, roomId, signal);
  const { list, tracks: { tracks }, accent } = await materialOf({ roomId, upTo: Infinity, number: 0, running: true, until }, publisher, studio);
  const cuts = list.cuts.filter(({ scene, durationMs, fromAt }) => scene.kind === 'turn' && scene.turn === turn && durationMs === wholeCutMs && fromAt + durationMs <= until);
  await renderCuts(list, cuts, { studio, tracks, accent, reached: () => undefined });
  return cuts.length;
}
