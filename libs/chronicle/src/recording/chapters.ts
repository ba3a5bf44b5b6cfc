import type { Chapter } from '@yaji/contracts';
import type { TurnRecord } from '../floor.ts';
import { textIn } from '../plate.ts';
import type { Stretch } from '../replay.ts';
import { type Piece, placeIn } from './piece.ts';
import type { Span } from './track.ts';

export type Filed = { pieces: readonly Piece[]; stretches: readonly Stretch[]; language: string };

/** [CH13] The chapters of these turns, in the order of the file. */
export function chaptersIn(turns: readonly TurnRecord[], filed: Filed): Chapter[] {
  return turns.flatMap((turn) => partsOf(turn, filed.stretches).flatMap((part) => chapterOf(turn, part, filed))).sort((a, b) => a.offsetMs - b.offsetMs);
}

/** A turn from its start to its end, without the turns that interrupted it. */
function partsOf({ turn, startedAt, endedAt }: TurnRecord, stretches: readonly Stretch[]): Span[] {
  const others = stretches.filter((one) => one.turn !== null && one.turn !== turn && one.fromAt >= startedAt && one.toAt <= (endedAt ?? Infinity));
  const parts: Span[] = [];
  let fromAt = startedAt;
  for (const other of others) {
    if (other.fromAt > fromAt) parts.push({ fromAt, toAt: other.fromAt });
    fromAt = other.toAt;
  }
  return [...parts, { fromAt, toAt: endedAt ?? Infinity }];
}

/** From where a part of a turn is first in the file to where it is last, pauses included; nothing when it was not recorded. */
function chapterOf({ turn, speaker }: TurnRecord, { fromAt, toAt }: Span, { pieces, language }: Filed): Chapter[] {
  const inside = pieces.filter((piece) => fromAt < piece.fromAt + piece.durationMs && toAt > piece.fromAt);
  const [first] = inside;
  const last = inside.at(-1);
  if (!first || !last) return [];
  const offsetMs = placeIn(first, fromAt);
  const durationMs = placeIn(last, toAt) - offsetMs;
  const title = [textIn(speaker.name, language), textIn(speaker.organisation, language)].filter((part) => part !== null).join(' · ');
  return durationMs > 0 ? [{ turn, participantId: speaker.participantId, title, offsetMs, durationMs }] : [];
}
