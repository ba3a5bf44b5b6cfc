import type { Layout, MicrophoneId, ParticipantId } from '@yaji/contracts';

/** A microphone of the hall. `pluggedBy`: the page that brings its sound; `heldBy`: who stands at it. */
export type HallMicrophone = { microphoneId: MicrophoneId; pluggedBy: ParticipantId | null; heldBy: ParticipantId | null };

/** Who is seen beside the speaker. The floor alone decides who is heard. */
export type Stage = { layout: Layout; guests: ParticipantId[]; microphones: HallMicrophone[] };

export const emptyStage = (): Stage => ({ layout: 'speaker-and-next', guests: [], microphones: [] });
