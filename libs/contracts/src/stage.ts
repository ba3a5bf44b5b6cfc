import { z } from 'zod';
import { ParticipantId } from './ids.ts';
import { command, event } from './shape.ts';

/** How the stage is laid out: the speaker alone, with those who are next, or all alike. */
export const Layout = z.enum(['speaker', 'speaker-and-next', 'grid']);
export type Layout = z.infer<typeof Layout>;

export const stageCommands = {
  'stage.bring': command('stage.bring', { participantId: ParticipantId }),
  'stage.dismiss': command('stage.dismiss', { participantId: ParticipantId }),
  'stage.arrange': command('stage.arrange', { layout: Layout }),
};

export const stageEvents = {
  StageJoined: event('StageJoined', { participantId: ParticipantId }),
  StageLeft: event('StageLeft', { participantId: ParticipantId }),
  StageArranged: event('StageArranged', { layout: Layout }),
};
