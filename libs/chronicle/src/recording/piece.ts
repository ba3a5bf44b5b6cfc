import type { RecordingLayout } from '@yaji/contracts';
import type { Log, Stretch } from '../replay.ts';
import { stretchesOf } from '../replay.ts';
import { isSameCompany } from './beside.ts';

/** A time during which the room was recorded without a break. `offsetMs`: where it begins in the published file. */
export type Piece = { offsetMs: number; durationMs: number; fromAt: number; stretches: Stretch[] };

/** The published file's picture rate, 25 in a second: every cut begins and ends on a picture. Milliseconds. */
export const FRAME_MS = 40;
/** The floor may pass from one to the next in this time without a title card between them. Milliseconds. */
export const BREATH_MS = 2_000;
/** Who is seen beside a speaker does not change more often than this. Milliseconds. */
const COMPANY_MS = 10_000;

/** Milliseconds from the beginning of a piece, on the nearest picture. */
const onFrame = (ms: number): number => Math.round(ms / FRAME_MS) * FRAME_MS;

/** Where an instant lies in the file; one outside of the piece lies at its nearer end. */
export const placeIn = (piece: Piece, at: number): number => piece.offsetMs + Math.min(piece.durationMs, Math.max(0, onFrame(at - piece.fromAt)));

/** The recorded pieces in order, each at its place in the file. Pieces shorter than a picture are left out. */
export function piecesOf(log: Log, layout: RecordingLayout, until?: number): Piece[] {
  const pieces: Piece[] = [];
  let run: Stretch[] = [];
  let offsetMs = 0;
  const close = (): void => {
    const [first] = run;
    const durationMs = onFrame((run.at(-1)?.toAt ?? 0) - (first?.fromAt ?? 0));
    if (first && durationMs > 0) {
      pieces.push({ offsetMs, durationMs, fromAt: first.fromAt, stretches: bridged(joined(settled(run))) });
      offsetMs += durationMs;
    }
    run = [];
  };
  for (const stretch of stretchesOf(log, layout, until)) {
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
  a.turn === b.turn && a.open === b.open && a.heard === b.heard && a.voice === b.voice && isSameCompany(a.company, b.company)
  && (!isIdle(a) || (a.itemId === b.itemId && a.topicId === b.topicId));

/** [CH25] Hands go up and down all the time: within a turn and a layout the company of before stays for a while. */
function settled(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  let since = -Infinity;
  for (const stretch of stretches) {
    const last = result.at(-1);
    const changes = !last || !isSameScene(last, stretch) || !isSameCompany(last.company, stretch.company);
    const holdsUntil = last && changes && isSameScene(last, stretch) ? since + COMPANY_MS : -Infinity;
    if (last && stretch.fromAt < holdsUntil) result.push({ ...stretch, toAt: Math.min(stretch.toAt, holdsUntil), company: last.company });
    if (stretch.toAt <= holdsUntil) continue;
    const fromAt = Math.max(stretch.fromAt, holdsUntil);
    if (changes) since = fromAt;
    result.push({ ...stretch, fromAt });
  }
  return result;
}

const isSameScene = (a: Stretch, b: Stretch): boolean => a.turn !== null && a.turn === b.turn && a.open === b.open && a.company.layout === b.company.layout;

/** A breath between two turns keeps the last picture, silent; one before the first turn shows the next speaker already. */
function bridged(stretches: readonly Stretch[]): Stretch[] {
  const lengths = idleLengths(stretches);
  const filled = stretches.map((stretch, index) => {
    if (!isIdle(stretch) || (lengths[index] ?? 0) > BREATH_MS) return stretch;
    const neighbour = stretches.slice(0, index).findLast(isLively) ?? stretches.slice(index).find(isLively);
    return neighbour ? { ...stretch, turn: neighbour.turn, open: neighbour.open, company: neighbour.company, voice: null, heard: null } : stretch;
  });
  return joined(filled);
}

const isIdle = ({ turn, open }: Stretch): boolean => turn === null && !open;
const isLively = (stretch: Stretch): boolean => !isIdle(stretch);

/** For each idle stretch: how long nobody has the floor around it. */
function idleLengths(stretches: readonly Stretch[]): number[] {
  const lengths = stretches.map(() => 0);
  let begin = 0;
  for (let index = 0; index <= stretches.length; index += 1) {
    const stretch = stretches[index];
    if (stretch && isIdle(stretch)) continue;
    const from = stretches[begin]?.fromAt ?? 0;
    const until = stretches[index - 1]?.toAt ?? from;
    lengths.fill(until - from, begin, index);
    begin = index + 1;
  }
  return lengths;
}
