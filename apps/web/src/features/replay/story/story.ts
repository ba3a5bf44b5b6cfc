import type { ParticipantId, RecordedPiece, RecordingOffer, Told, TranscriptLine } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { fileTime, piecesOf, type Room } from '@yaji/salon';
import { type Plate, plateOf } from '../../member/plate.ts';
import { type ChapterRow, chapterRows } from './chapters.ts';
import { type Subject, subjectsOf } from './subjects.ts';

/** A line of what was said, at its place in the file. `plate` null: nobody had the floor. */
export type SpokenLine = { lineId: string; language: string; text: string; turn: number | null; plate: Plate | null; offsetMs: number; endMs: number };
/** Where recording was interrupted, and for how long. */
export type Break = { offsetMs: number; lostMs: number };
/** Everything that can be jumped to. It does not change while one watches. */
export type Story = { durationMs: number; pieces: readonly RecordedPiece[]; turns: ChapterRow[]; subjects: Subject[]; lines: SpokenLine[]; breaks: Break[]; room: DeepReadonly<Room> };

type Sources = { recording: RecordingOffer; events: readonly Told[]; lines: readonly TranscriptLine[]; room: DeepReadonly<Room> };

export function storyOf({ recording, events, lines, room }: Sources): Story {
  const pieces = piecesOf(recording);
  const plates = new Map<ParticipantId, Plate>();
  const plate = (participantId: ParticipantId): Plate => {
    const made = plates.get(participantId) ?? plateOf(room, participantId);
    plates.set(participantId, made);
    return made;
  };
  return {
    durationMs: recording.durationMs, pieces, room, turns: chapterRows(recording, room), subjects: subjectsOf(events, room, pieces), breaks: breaksIn(pieces),
    lines: lines.map(({ lineId, language, text, turn, participantId, fromAt, toAt }) => ({
      lineId, language, text, turn, plate: participantId && plate(participantId), offsetMs: Math.ceil(fileTime(pieces, fromAt)), endMs: Math.ceil(fileTime(pieces, toAt)),
    })),
  };
}

const breaksIn = (pieces: readonly RecordedPiece[]): Break[] => pieces.flatMap(({ offsetMs, fromAt }, n) => {
  const before = pieces[n - 1];
  return before ? [{ offsetMs, lostMs: fromAt - before.fromAt - before.durationMs }] : [];
});
