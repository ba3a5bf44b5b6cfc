import type { CommandOf, ParticipantId } from '@yaji/contracts';
import { assertNever, type DeepReadonly } from '@yaji/kit';
import { isModerating } from '../policy.ts';
import type { Room } from '../room/room.ts';
import type { MemberStamp } from '../stamp.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';

/** [S4] [S5] A microphone of the hall is brought by one page and held by one person. */
export function decideMicrophone({ stage, members }: DeepReadonly<Room>, { type, data }: CommandOf<'stage.plugIn' | 'stage.unplug' | 'stage.hand'>, stamp: MemberStamp): Verdict {
  const { microphoneId } = data;
  const microphone = stage.microphones.find((one) => one.microphoneId === microphoneId);
  if (!microphone) return refuse('stage/unknown-microphone');
  const { pluggedBy, heldBy } = microphone;
  switch (type) {
    case 'stage.plugIn': {
      if (pluggedBy === stamp.by) return accept();
      return pluggedBy === null ? accept({ type: 'MicrophonePlugged', data: { microphoneId, participantId: stamp.by } }) : refuse('stage/microphone-taken');
    }
    case 'stage.unplug': {
      if (pluggedBy === null) return accept();
      return pluggedBy === stamp.by || isModerating(stamp.role) ? accept({ type: 'MicrophoneUnplugged', data: { microphoneId } }) : refuse('stage/microphone-taken');
    }
    case 'stage.hand': {
      const { participantId } = data;
      if (participantId !== null && members[participantId]?.place !== 'hall') return refuse('floor/not-present');
      if (participantId === heldBy) return accept();
      const before = stage.microphones.filter((one) => participantId !== null && one.heldBy === participantId);
      return accept(
        ...before.map((one) => ({ type: 'MicrophoneHanded' as const, data: { microphoneId: one.microphoneId, participantId: null } })),
        { type: 'MicrophoneHanded', data: { microphoneId, participantId } },
      );
    }
    default: return assertNever(type);
  }
}

/** [S4] Whose page brings the voice that is heard: the speaker's own, the interpreter's, or that of the hall's microphone; null: nobody's. */
export function voiceOf({ floor: { current }, stage }: DeepReadonly<Room>): ParticipantId | null {
  if (!current) return null;
  if (current.interpretation?.by) return current.interpretation.by;
  if (current.microphone === null) return current.participantId;
  return stage.microphones.find(({ microphoneId }) => microphoneId === current.microphone)?.pluggedBy ?? null;
}
