import { z } from 'zod';
import { MicrophoneId, ParticipantId } from './ids.ts';
import { command, event } from './shape.ts';

/** How the stage is laid out: the speaker alone, with those who are next, or all alike. */
export const Layout = z.enum(['speaker', 'speaker-and-next', 'grid']);
export type Layout = z.infer<typeof Layout>;

export const stageCommands = {
  'stage.bring': command('stage.bring', { participantId: ParticipantId }),
  'stage.dismiss': command('stage.dismiss', { participantId: ParticipantId }),
  'stage.arrange': command('stage.arrange', { layout: Layout }),
  /** This page of the hall is microphone `microphoneId` from now on. */
  'stage.plugIn': command('stage.plugIn', { microphoneId: MicrophoneId }),
  'stage.unplug': command('stage.unplug', { microphoneId: MicrophoneId }),
  /** Who holds a microphone of the hall; null: nobody. A grant to that person uses it. */
  'stage.hand': command('stage.hand', { microphoneId: MicrophoneId, participantId: ParticipantId.nullable() }),
};

export const stageEvents = {
  StageJoined: event('StageJoined', { participantId: ParticipantId }),
  StageLeft: event('StageLeft', { participantId: ParticipantId }),
  StageArranged: event('StageArranged', { layout: Layout }),
  /** `participantId`: the page that brings the sound. */
  MicrophonePlugged: event('MicrophonePlugged', { microphoneId: MicrophoneId, participantId: ParticipantId }),
  MicrophoneUnplugged: event('MicrophoneUnplugged', { microphoneId: MicrophoneId }),
  MicrophoneHanded: event('MicrophoneHanded', { microphoneId: MicrophoneId, participantId: ParticipantId.nullable() }),
};
