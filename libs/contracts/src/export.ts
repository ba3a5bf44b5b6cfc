import { z } from 'zod';
import type { RoomId } from './ids.ts';

/** What of a room is written to a file. `tables`: attendance, turns, questions, votes, polls and the chat, for moderators; `everything`: all of it, as one ZIP. */
export const ExportWhat = z.enum(['minutes', 'report', 'tables', 'transcript', 'everything']);
export type ExportWhat = z.infer<typeof ExportWhat>;
/** `csv`: a ZIP with a file for each table. */
export const ExportFormat = z.enum(['markdown', 'html', 'docx', 'pdf', 'csv', 'xlsx', 'vtt', 'srt', 'txt', 'json', 'zip']);
export type ExportFormat = z.infer<typeof ExportFormat>;
export const ExportLanguage = z.enum(['en', 'zh-CN']);
export type ExportLanguage = z.infer<typeof ExportLanguage>;

const written = ['pdf', 'docx', 'html', 'markdown'] as const;
/** The formats of each, the usual one first. */
export const exportFormats: Record<ExportWhat, readonly ExportFormat[]> = {
  minutes: written, report: written, tables: ['xlsx', 'csv'], transcript: ['txt', 'vtt', 'srt', 'json'], everything: ['zip'],
};

/** `POST /api/rooms/:room/exports` (session; moderators for tables and everything, and for all of it while the room is open). */
export const ExportWish = z.strictObject({ what: ExportWhat, format: ExportFormat, language: ExportLanguage })
  .refine(({ what, format }) => exportFormats[what].includes(format), { path: ['format'], error: 'This is not written in that format.' });
export type ExportWish = z.infer<typeof ExportWish>;
/** `jobId` says in the room's job notices how far it is. */
export type ExportOrdered = { number: number; jobId: string };

/**
 * A finished file. `number`: of the order, within the room; `upTo`: log number it derives from; `isCurrent`: nothing that it tells has changed since, in the log or beside it. `url`
 * is short-lived. UTC milliseconds.
 */
export type ExportOffer = ExportWish & { number: number; upTo: number; isCurrent: boolean; madeAt: number; bytes: number; url: string };
/** How far a file is that is not there yet, as its worker said last (`JobProgress`); waiting where it has said nothing. */
export type ExportStanding = { state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'; percent: number; leftMs: number | null; error: string | null };
export type OrderedExport = ExportWish & { number: number; at: number; standing: ExportStanding };
/** `GET /api/rooms/:room/exports` (session): the latest file of each wish; `ordered`: what waits, is being made, or could not be made. */
export type Exports = { exports: ExportOffer[]; ordered: OrderedExport[] };

/** What a ZIP says of itself, as MANIFEST.json. `sha256` in hexadecimal; `upTo`: log number; `madeAt`: ISO 8601, UTC. */
export type ExportManifest = { roomId: RoomId; title: string; language: ExportLanguage; upTo: number; madeAt: string; files: { name: string; bytes: number; sha256: string }[] };
