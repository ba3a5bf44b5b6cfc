import type { Log, Stretch } from '../replay.ts';
import { stretchesOf } from '../replay.ts';

/** A time during which the room was recorded without a break. `offsetMs`: where it begins in the published file. */
export type Piece = { offsetMs: number; durationMs: number; fromAt: number; stretches: Stretch[] };

/** The published file's picture rate, 25 in a second: every cut begins and ends on a picture. Milliseconds. */
export const FRAME_MS = 40;
/** The floor may pass from one to the next in this time without a title card between them. Milliseconds. */
export const BREATH_MS = 2_000;

/** Milliseconds from the beginning of a piece, on the nearest picture. */
export const onFrame = (ms: number): number => Math.round(ms / FRAME_MS) * FRAME_MS;

/** The recorded pieces in order, each at its place in the file. Pieces shorter than a picture are left out. */
export function piecesOf(log: Log): Piece[] {
  const pieces: Piece[] = [];
  let run: Stretch[] = [];
  let offsetMs = 0;
  const close = (): void => {
    const [first] = run;
    const durationMs = onFrame((run.at(-1)?.toAt ?? 0) - (first?.fromAt ?? 0));
    if (first && durationMs > 0) {
      pieces.push({ offsetMs, durationMs, fromAt: first.fromAt, stretches: bridged(joined(run)) });
      offsetMs += durationMs;
    }
    run = [];
  };
  for (const stretch of stretchesOf(log)) {
    if (stretch.recorded) run.push(stretch);
    else close();
  }
  close();
  return pieces;
}

/** What is the same to see and to hear becomes one; an agenda that moves on does not cut a turn. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    if (last && looksLike(last, stretch)) result[result.length - 1] = { ...last, toAt: stretch.toAt };
    else result.push(stretch);
  }
  return result;
}

const looksLike = (a: Stretch, b: Stretch): boolean =>
  a.turn === b.turn && a.heard === b.heard && a.voice === b.voice && (a.turn !== null || (a.itemId === b.itemId && a.topicId === b.topicId));

/** A breath between two turns keeps the last picture, silent; one before the first turn shows the next speaker already. */
function bridged(stretches: readonly Stretch[]): Stretch[] {
  const lengths = idleLengths(stretches);
  const filled = stretches.map((stretch, index) => {
    if (stretch.turn !== null || (lengths[index] ?? 0) > BREATH_MS) return stretch;
    const neighbour = stretches.slice(0, index).findLast(hasTurn) ?? stretches.slice(index).find(hasTurn);
    return neighbour ? { ...stretch, turn: neighbour.turn, voice: null, heard: null } : stretch;
  });
  return joined(filled);
}

const hasTurn = ({ turn }: Stretch): boolean => turn !== null;

/** For each stretch without a turn: how long nobody has the floor around it. */
function idleLengths(stretches: readonly Stretch[]): number[] {
  const lengths = stretches.map(() => 0);
  let begin = 0;
  for (let index = 0; index <= stretches.length; index += 1) {
    const stretch = stretches[index];
    if (stretch && !hasTurn(stretch)) continue;
    const from = stretches[begin]?.fromAt ?? 0;
    const until = stretches[index - 1]?.toAt ?? from;
    lengths.fill(until - from, begin, index);
    begin = index + 1;
  }
  return lengths;
}
