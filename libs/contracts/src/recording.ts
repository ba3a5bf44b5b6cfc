import { z } from 'zod';
import { ParticipantId } from './ids.ts';
import { MediaKind } from './media.ts';
import { command, event } from './shape.ts';

export const recordingCommands = {
  'recording.start': command('recording.start', {}),
  'recording.stop': command('recording.stop', {}),
};

export const recordingEvents = {
  RecordingStarted: event('RecordingStarted', {}),
  RecordingStopped: event('RecordingStopped', {}),
};

/**
 * What is not as it should be with a recording that runs. `no-bytes`: packets have come for ten seconds of which nothing is on disk; `broke-off`: a track
 * could not be written on, and is tried again; the others tell how much is left on the disk, and what is not recorded for that.
 */
export const RecordingTrouble = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['no-bytes', 'broke-off']), participantId: ParticipantId, media: MediaKind }),
  z.strictObject({ kind: z.enum(['disk-low', 'video-stopped', 'sound-stopped']), freeBytes: z.int().min(0) }),
]);
export type RecordingTrouble = z.infer<typeof RecordingTrouble>;
