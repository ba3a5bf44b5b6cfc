import type { Language, ParticipantId, RecordedPiece, TranscriptLine } from '@yaji/contracts';
import type { TurnRecord } from '../floor.ts';
import { textIn } from '../plate.ts';

/** A line of what was said, with who said it. `fromMs`, `toMs`: since `startedAt`, or in the recording where it is in it; null where it is not. */
export type Passage = {
  fromAt: number; toAt: number; fromMs: number | null; toMs: number | null; turn: number | null; participantId: ParticipantId | null; speaker: string | null; organisation: string | null; language: Language; text: string;
};

/** `pieces`: of the published recording; empty where there is none, then times count from `startedAt` (UTC milliseconds). `language`: of the names. */
type Wanted = { turns: readonly TurnRecord[]; pieces: readonly RecordedPiece[]; startedAt: number; language: string };

/** [CH41] What was said, in the order of saying, each line with who had the floor. */
export function passagesOf(lines: readonly TranscriptLine[], { turns, pieces, startedAt, language }: Wanted): Passage[] {
  const plates = new Map(turns.map(({ speaker }) => [speaker.participantId, speaker]));
  const place = (at: number): number | null => {
    if (pieces.length === 0) return Math.max(0, at - startedAt);
    const piece = pieces.find(({ fromAt, durationMs }) => at >= fromAt && at <= fromAt + durationMs);
    return piece ? piece.offsetMs + at - piece.fromAt : null;
  };
  return [...lines].sort((one, other) => one.fromAt - other.fromAt || one.toAt - other.toAt).map(({ fromAt, toAt, turn, participantId, language: spoken, text }) => {
    const plate = participantId === null ? undefined : plates.get(participantId);
    const fromMs = place(fromAt);
    return {
      fromAt, toAt, fromMs, toMs: fromMs === null ? null : (place(toAt) ?? fromMs + toAt - fromAt), turn, participantId,
      speaker: textIn(plate?.name ?? null, language), organisation: textIn(plate?.organisation ?? null, language), language: spoken, text,
    };
  });
}

const primary = (tag: string): string => tag.split('-')[0] ?? tag;

/** Those in a language or another variety of it: two languages at the same second would lie over one another on a picture. */
export const inTongue = (passages: readonly Passage[], language: string): Passage[] => passages.filter((one) => primary(one.language) === primary(language));
