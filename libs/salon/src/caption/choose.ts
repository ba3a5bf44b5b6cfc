import type { Command } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import { accept, type Verdict } from '../verdict.ts';

/** [LG1] */
export function decideCaptions({ captions }: DeepReadonly<Room>, { data: { source } }: Extract<Command, { type: `caption.${string}` }>): Verdict {
  return captions === source ? accept() : accept({ type: 'CaptionsChosen', data: { source } });
}
