import type { EventOf } from '@yaji/contracts';
import { assertNever } from '@yaji/kit';
import type { Stage } from './stage.ts';

export function applyStage(stage: Stage, event: EventOf<'StageJoined' | 'StageLeft' | 'StageArranged' | 'MicrophonePlugged' | 'MicrophoneUnplugged' | 'MicrophoneHanded'>): void {
  switch (event.type) {
    case 'StageJoined':
      if (!stage.guests.includes(event.data.participantId)) stage.guests.push(event.data.participantId);
      return;
    case 'StageLeft': stage.guests = stage.guests.filter((id) => id !== event.data.participantId); return;
    case 'StageArranged': stage.layout = event.data.layout; return;
    case 'MicrophonePlugged': case 'MicrophoneUnplugged': case 'MicrophoneHanded': applyMicrophone(stage, event); return;
    default: assertNever(event);
  }
}

function applyMicrophone({ microphones }: Stage, event: EventOf<'MicrophonePlugged' | 'MicrophoneUnplugged' | 'MicrophoneHanded'>): void {
  const microphone = microphones.find(({ microphoneId }) => microphoneId === event.data.microphoneId);
  if (!microphone) return;
  switch (event.type) {
    case 'MicrophonePlugged': microphone.pluggedBy = event.data.participantId; return;
    case 'MicrophoneUnplugged': microphone.pluggedBy = null; return;
    case 'MicrophoneHanded': microphone.heldBy = event.data.participantId; return;
    default: assertNever(event);
  }
}
