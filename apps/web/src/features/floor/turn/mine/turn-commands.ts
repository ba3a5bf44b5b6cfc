import type { ParticipantId } from '@yaji/contracts';
import type { Live } from '../../../../live/live-client.ts';

/** What somebody says about a turn that is theirs, or that they interpret. */
export type TurnCommands = ReturnType<typeof turnCommands>;

export const turnCommands = (say: Live['say'], turn: number) => ({
  finish: () => void say('floor.end', { turn }),
  yieldTo: (participantId: ParticipantId) => void say('floor.yield', { turn, participantId }),
  nominate: (participantId: ParticipantId) => void say('floor.nominate', { turn, participantId }),
  interpret: (participantId: ParticipantId | null) => void say('floor.interpret', { turn, participantId }),
});
