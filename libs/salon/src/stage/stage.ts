import type { Layout, ParticipantId } from '@yaji/contracts';

/** Who is seen beside the speaker. The floor alone decides who is heard. */
export type Stage = { layout: Layout; guests: ParticipantId[] };

export const emptyStage = (): Stage => ({ layout: 'speaker-and-next', guests: [] });
