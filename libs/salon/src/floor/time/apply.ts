import type { EventOf, Holder } from '@yaji/contracts';
import { assertNever } from '@yaji/kit';
import type { Floor } from '../floor.ts';
import { keyOfHolder } from './budget.ts';

export function applyTime(floor: Floor, event: EventOf<'SpeechMeasured' | 'TimeToppedUp' | 'TimeTransferred'>): void {
  switch (event.type) {
    case 'SpeechMeasured': {
      const { participantId, itemId, topicId, speechMs } = event.data;
      const line = floor.openSpeech.find((one) => one.participantId === participantId && one.itemId === itemId && one.topicId === topicId);
      if (line) line.speechMs += speechMs;
      else floor.openSpeech.push({ participantId, itemId, topicId, speechMs });
      return;
    }
    case 'TimeToppedUp': add(floor, event.data.holder, event.data.byMs); return;
    case 'TimeTransferred':
      add(floor, event.data.from, -event.data.byMs);
      add(floor, event.data.to, event.data.byMs);
      return;
    default: assertNever(event);
  }
}

function add({ extraMs }: Floor, holder: Holder, byMs: number): void {
  const key = keyOfHolder(holder);
  extraMs[key] = (extraMs[key] ?? 0) + byMs;
}
