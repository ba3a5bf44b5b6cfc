import { z } from 'zod';
import type { ParticipantId } from './ids.ts';
import { type Language, text } from './text.ts';

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

/** A name as a salon wants it written, and how it is misheard. */
export const GlossaryTerm = z.strictObject({ text: text(80), heardAs: z.array(text(80)).max(10).default([]) });
export type GlossaryTerm = z.infer<typeof GlossaryTerm>;
/** `GET` and `PUT /api/salons/:salon/glossary` (moderators of any of its rooms). It helps whatever writes down what is said from then on. */
export const Glossary = z.strictObject({ terms: z.array(GlossaryTerm).max(300) });
export type Glossary = z.infer<typeof Glossary>;

/** `PATCH /api/rooms/:room/transcript/lines/:line` (moderators). `before`: the text that was seen; where it is another by now, nothing is changed. */
export const LineEdit = z.strictObject({ before: z.string().max(2_000), text: text(2_000) });
export type LineEdit = z.infer<typeof LineEdit>;

/** `GET /api/rooms/:room/transcript/lines/:line/history` (moderators): what hands changed, the latest last. `at`: UTC milliseconds. */
export type LineHistory = { edits: { by: ParticipantId; at: number; before: string; after: string }[] };

/**
 * `POST /api/rooms/:room/transcript/replace` (moderators): what would be found, or with `apply` is replaced. `found`: how many lines that
 * has to be: where it is another number by now, nothing is changed.
 */
export const Replacement = z.strictObject({
  find: text(200), replace: z.string().max(200), matchCase: z.boolean().default(false), wholeWords: z.boolean().default(true),
  apply: z.strictObject({ found: z.int().min(0) }).nullable().default(null),
});
export type Replacement = z.infer<typeof Replacement>;
/** `lines`: as they are and as they are to be, at most fifty. */
export type Replaced = { found: number; applied: boolean; lines: { lineId: string; before: string; after: string }[] };
