import type { EventOf } from '@yaji/contracts';
import { assertNever } from '@yaji/kit';
import type { Stage } from './stage.ts';

export function applyStage(stage: Stage, event: EventOf<'StageJoined' | 'StageLeft' | 'StageArranged'>): void {
  switch (event.type) {
    case 'StageJoined':
      if (!stage.guests.includes(event.data.participantId)) stage.guests.push(event.data.participantId);
      return;
    case 'StageLeft': stage.guests = stage.guests.filter((id) => id !== event.data.participantId); return;
    case 'StageArranged': stage.layout = event.data.layout; return;
    default: assertNever(event);
  }
}
