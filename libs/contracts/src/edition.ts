import { z } from 'zod';
import type { Document, WrittenLanguage } from './document.ts';
import { OrganisationId, ParticipantId } from './ids.ts';
import { type Language, localText, text } from './text.ts';

/** What is written down of a room: the formal record, and the account as news. */
export const WrittenKind = z.enum(['minutes', 'report']);
export type WrittenKind = z.infer<typeof WrittenKind>;

/** A draft grows with the log, its reviewers change it; `approved`: a published edition stands, which is only ever amended. */
export type WrittenState = 'draft' | 'reviewed' | 'approved';

/** Why there is less in other words than there could be: what became of the language service, or that `count` sentences of it were left out as unsupported. */
export type WrittenNote = { what: 'away' | 'slow' | 'refused' | 'wrong' | 'late' | 'unsupported'; count: number };
/** A published edition. `digest`: SHA-256 of it in RFC 8785 form, hexadecimal. `upTo`: log number. UTC milliseconds. */
export type Edition = { version: number; upTo: number; digest: string; approvedBy: ParticipantId; approvedAt: number; amendment: Amendment | null };
/** What an edition says otherwise than the one before it. Numbered from 1. */
export type Amendment = { number: number; text: Record<string, string> };

/**
 * `GET /api/rooms/:room/written/:kind?language=…` (session). A draft of the report is for moderators only. `revision` and `draft`: to moderators,
 * who send the former along with every change. `pictures`: short-lived links by picture.
 */
export type Written = {
  kind: WrittenKind; state: WrittenState; upTo: number; document: Document; pictures: Record<string, string>;
  editions: Edition[]; draft: { revision: number; draft: Draft; notes: WrittenNote[] } | null;
  /** What was said reads otherwise by now, and what was essential in it is being found anew. */
  isBehind: boolean;
};
export const WrittenQuery = z.strictObject({ language: z.enum(['en', 'zh-CN']).default('en') });
export type WrittenQuery = { language: WrittenLanguage };

/** Whether words of somebody stand in the report at once, or after that person has agreed to them. */
export const QuotePolicy = z.enum(['all', 'agreed']);
export type QuotePolicy = z.infer<typeof QuotePolicy>;

/** A sentence of the transcript, by the line that it begins in: in other words it is another one. */
export const SaidSentence = z.strictObject({ lineId: z.string().min(1).max(80), text: z.string().min(1).max(500) });
export type SaidSentence = z.infer<typeof SaidSentence>;

/** A task taken up after the end, by hand or out of what was said. `by`: ISO date, null: none. `said`: the sentence that suggested it. */
export const LateAction = z.strictObject({
  actionId: z.uuid(), kind: z.enum(['action', 'decision']), what: text(500), who: z.array(ParticipantId).max(20),
  organisation: OrganisationId.nullable().default(null), by: z.iso.date().nullable().default(null), said: SaidSentence.optional(),
});
export type LateAction = z.infer<typeof LateAction>;

/**
 * What people changed in an account that is otherwise computed. `texts`: other words for its paragraphs, by their key, per language. `passedOver`:
 * what sounded like a task or a decision and is none; older drafts have no such list.
 */
export type Draft = {
  texts: Record<string, Record<string, string>>; actions: LateAction[]; withoutPictures: string[]; quotes: QuotePolicy;
  reviewed: { by: ParticipantId; at: number } | null; passedOver?: SaidSentence[];
};

/**
 * A sentence that sounds like a task or a decision, for a moderator to take up or to pass over. `at`: when it was said, UTC milliseconds; `speaker`
 * null: nobody had the floor. `who`: whom it names, or who promised it; `by`: ISO date, where the words for it (`byWords`) mean one day and no other.
 */
export type ActionSuggestion = {
  said: SaidSentence; language: Language; kind: LateAction['kind']; speaker: ParticipantId | null; at: number; who: ParticipantId | null; by: string | null; byWords: string | null;
};
/** `GET /api/rooms/:room/written/minutes/suggestions` (moderators): what is neither taken up nor passed over; none once an edition stands. */
export type ActionSuggestions = { suggestions: ActionSuggestion[] };

export const DraftChange = z.discriminatedUnion('what', [
  /** `text` null: the computed words again. */
  z.strictObject({ what: z.literal('text'), key: z.string().regex(/^[a-z0-9:.-]{1,120}$/), language: z.enum(['en', 'zh-CN']), text: text(4_000).nullable() }),
  z.strictObject({ what: z.literal('action'), action: LateAction }),
  z.strictObject({ what: z.literal('drop-action'), actionId: z.uuid() }),
  z.strictObject({ what: z.literal('pass-over'), said: SaidSentence, passed: z.boolean() }),
  z.strictObject({ what: z.literal('picture'), pictureId: z.string().regex(/^[a-z0-9-]{1,80}$/), shown: z.boolean() }),
  z.strictObject({ what: z.literal('quotes'), quotes: QuotePolicy }),
  z.strictObject({ what: z.literal('reviewed'), reviewed: z.boolean() }),
]);
export type DraftChange = z.infer<typeof DraftChange>;

/** `PATCH /api/rooms/:room/written/:kind` (moderators): refused when somebody changed the draft since `revision`, or once an edition stands. */
export const ChangeDraft = z.strictObject({ revision: z.int().min(0), change: DraftChange });
export type ChangeDraft = z.infer<typeof ChangeDraft>;

/** `POST /api/rooms/:room/written/:kind/editions` (moderators): the reviewed draft becomes the first edition. */
export const ApproveDraft = z.strictObject({ revision: z.int().min(0) });
export type ApproveDraft = z.infer<typeof ApproveDraft>;

/** `POST /api/rooms/:room/written/:kind/amendments` (moderators): the next edition; `after` is the version that it amends. */
export const Amend = z.strictObject({ after: z.int().min(1), text: localText(4_000) });
export type Amend = z.infer<typeof Amend>;

/** `GET /api/rooms/:room/quotes` (session): the caller's own words that the report would quote; `agreed` null: not answered yet. */
export type OwnQuote = { text: string; fromAt: number; agreed: boolean | null };
/** `PUT /api/rooms/:room/quotes` (session): an agreement holds for exactly these words. */
export const AnswerQuote = z.strictObject({ text: z.string().min(1).max(4_000), agreed: z.boolean() });
export type AnswerQuote = z.infer<typeof AnswerQuote>;
