import { rate, type Sound } from '../transcriber.ts';
import { frameMs, loudnessOf, voiceFrom } from './loud-frames.ts';

/** A time of a sound in which somebody speaks, milliseconds. */
export type Piece = { fromMs: number; toMs: number };

/** A pause this long parts what is said; recognisers that are given silence make words up. */
const pauseMs = 800;
/** Beginnings and ends of words are quieter than the rest. */
const marginMs = 240;
/** A cough is no word. */
const leastMs = 160;

/** Where somebody speaks, in pieces of at most `pieceMs`: cut in pauses, the longest first, and only where there is none in a word. */
export function piecesOf(sound: Sound, pieceMs: number): Piece[] {
  const loudness = loudnessOf(sound);
  const threshold = voiceFrom(loudness);
  const spoken: Piece[] = [];
  loudness.forEach((loud, n) => {
    if (loud < threshold) return;
    const [fromMs, toMs] = [n * frameMs, (n + 1) * frameMs];
    const last = spoken.at(-1);
    if (last && fromMs - last.toMs < pauseMs) last.toMs = toMs;
    else spoken.push({ fromMs, toMs });
  });
  const endMs = loudness.length * frameMs;
  const wide = spoken.filter((piece) => piece.toMs - piece.fromMs >= leastMs).map((piece) => ({ fromMs: Math.max(0, piece.fromMs - marginMs), toMs: Math.min(endMs, piece.toMs + marginMs) }));
  return wide.flatMap((piece) => cut(piece, pieceMs, loudness));
}

/** Cuts where it is quietest within the last third of what a piece may be. */
function cut(piece: Piece, pieceMs: number, loudness: readonly number[]): Piece[] {
  if (piece.toMs - piece.fromMs <= pieceMs) return [piece];
  const [first, last] = [piece.fromMs + (pieceMs * 2) / 3, piece.fromMs + pieceMs].map((ms) => Math.floor(ms / frameMs));
  let at = last ?? 0;
  for (let n = first ?? 0; n < (last ?? 0); n += 1) if ((loudness[n] ?? 0) < (loudness[at] ?? 0)) at = n;
  return [{ fromMs: piece.fromMs, toMs: at * frameMs }, ...cut({ fromMs: at * frameMs, toMs: piece.toMs }, pieceMs, loudness)];
}

const sampleAt = (ms: number): number => Math.round((ms / 1_000) * rate);

export const partOf = (sound: Sound, { fromMs, toMs }: Piece): Sound => sound.subarray(sampleAt(fromMs), sampleAt(toMs));
