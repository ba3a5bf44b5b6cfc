import { z } from 'zod';
import { ParticipantId } from './ids.ts';
import type { JobProgress } from './live.ts';
import { type Language, Language as LanguageTag } from './text.ts';

/**
 * `GET /api/rooms/:room/aftermath` (session): what there is during and after the talk. File links are signed and short-lived: a player asks
 * again when one has run out.
 */
export type Aftermath = {
  recording: RecordingOffer | null;
  /** Turns that can be watched alone, as soon as they are over; in their order. */
  clips: Clip[];
  minutes: { url: string } | null;
  /** To moderators; empty for others. */
  jobs: JobProgress[];
};

/** The published recording. Times of the file in milliseconds, `…At` in UTC milliseconds. `startedAt`: the instant of its first picture. */
export type RecordingOffer = {
  url: string; bytes: number; durationMs: number; startedAt: number; chapters: Chapter[]; pieces: RecordedPiece[]; missing: MissingPart[];
  /** The way it was asked for; null: as the room was. */
  order: RecordingOrder | null;
  sound: { url: string; bytes: number } | null;
  captions: { language: Language; url: string }[];
  poster: string | null;
  sprite: Sprite | null;
};
/** A time recorded without a break: room time `fromAt` is file time `offsetMs`. Pieces follow one another without a hole in the file. */
export type RecordedPiece = { offsetMs: number; durationMs: number; fromAt: number };
/** Small pictures of the recording in one image, row by row, `columns` in a row: picture n shows file time n × `everyMs`. */
export type Sprite = { url: string; everyMs: number; columns: number; count: number; width: number; height: number };
/** A turn in the recording: where it starts in the file and whom it shows. */
export type Chapter = { turn: number; participantId: ParticipantId; title: string; offsetMs: number; durationMs: number };
/** A turn as a file of its own. */
export type Clip = { turn: number; participantId: ParticipantId; title: string; durationMs: number; bytes: number; url: string };
/**
 * What a published recording lacks and why. `track`: a stored stream is gone, cannot be read, or ends early. `sound`: a speaker should be
 * heard and nothing was recorded (`not-recorded`), or it got lost on the way or with the program that recorded it (`lost`). `picture`: a stored
 * picture could not be shown. `lettering`: a card without words. Times in the file.
 */
export type MissingPart = {
  what: 'track' | 'sound' | 'picture' | 'lettering'; why: 'no-file' | 'unreadable' | 'torn' | 'not-recorded' | 'lost';
  trackId: string | null; participantId: ParticipantId | null; turn: number | null; offsetMs: number | null; durationMs: number | null;
};

/** How a recording is laid out: as the room was arranged, or all of it in one way. */
export const RecordingLayout = z.enum(['as-arranged', 'speaker', 'speaker-and-next', 'grid']);
export type RecordingLayout = z.infer<typeof RecordingLayout>;

/**
 * `POST /api/rooms/:room/recording` (moderators): the published recording is made anew in this way and takes the place of the one before.
 * `without`: who is neither seen, heard nor named in it; `language`: whose names and titles come first, null: the room's own order.
 */
export const RecordingOrder = z.strictObject({
  layout: RecordingLayout.default('as-arranged'),
  without: z.array(ParticipantId).max(200).default([]),
  language: LanguageTag.nullable().default(null),
});
export type RecordingOrder = z.infer<typeof RecordingOrder>;
