import type { ParticipantId } from './ids.ts';
import type { Language } from './text.ts';

/** Where a line comes from: a file that was brought, or one of the sources of captions. */
export type LineSource = 'brought' | 'browser' | 'typist' | 'engine' | 'service';
/** A word of a line; UTC milliseconds. */
export type SpokenWord = { text: string; fromAt: number; toAt: number };
/** A line of what was said. UTC milliseconds; `turn` null: nobody had the floor. `words`: where its source tells their times. */
export type TranscriptLine = {
  lineId: string; turn: number | null; participantId: ParticipantId | null; language: Language; fromAt: number; toAt: number; text: string;
  source?: LineSource; words?: SpokenWord[];
};
/** `GET /api/rooms/:room/transcript` (session). */
export type Transcript = { lines: TranscriptLine[] };
