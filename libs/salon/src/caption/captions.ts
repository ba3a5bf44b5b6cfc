import type { CaptionSource, ParticipantId } from '@yaji/contracts';

/**
 * A time in which nobody else had the floor. `participantId`: who spoke, an interpreter where one did; `voice`: whose page brought the
 * sound, which is that of the hall's microphone where it was used. All null: nobody had the floor. `toAt` null: it goes on. UTC milliseconds.
 */
export type FloorStretch = { turn: number | null; participantId: ParticipantId | null; voice: ParticipantId | null; fromAt: number; toAt: number | null };

/** Who writes down what is said, and who had the floor lately, the latest last: a line may come when the floor has gone on. */
export type Captions = { source: CaptionSource; floor: FloorStretch[] };

export const noCaptions = (): Captions => ({ source: 'off', floor: [] });
