import { z } from 'zod';
import { ParticipantId } from './ids.ts';
import { localText, text } from './text.ts';

const label = text(60).nullable().default(null);

/**
 * `POST /api/rooms/:room/ingest` (session): a key with which an encoder sends by WHIP what a person's camera and microphone bring. For
 * somebody of the room (moderators; a speaker for himself), or (moderators) for somebody who is introduced by it, a main camera, say.
 */
export const IngestBody = z.union([z.strictObject({ participantId: ParticipantId, label }), z.strictObject({ name: localText(120), label })]);
export type IngestBody = z.infer<typeof IngestBody>;

/** Answered once: the token is not kept. `url`: where the encoder connects. Times in UTC milliseconds. */
export type IngestMade = { ingestId: string; participantId: ParticipantId; url: string; token: string; expiresAt: number };

/** `GET /api/rooms/:room/ingest`: the keys that still stand; to a speaker, his own. `DELETE …/ingest/:id` takes one back. */
export type IngestList = { keys: IngestSeen[] };
export type IngestSeen = { ingestId: string; participantId: ParticipantId; label: string | null; url: string; madeAt: number; expiresAt: number; inUse: boolean };
