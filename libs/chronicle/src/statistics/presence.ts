import { apply, emptyRoom, type Room } from '@yaji/salon';
import type { DeepReadonly } from '@yaji/kit';
import type { Log } from '../replay.ts';

/** How many were there from this time on, until the next step. UTC milliseconds; displays are nobody. */
export type PresenceStep = { at: number; hall: number; remote: number };

/** A step wherever the number changed; of one instant the last alone. After the end of the room nobody is there. */
export function presenceOf(log: Log): PresenceStep[] {
  const room = emptyRoom();
  const steps: PresenceStep[] = [];
  for (const record of log) {
    apply(room, record);
    const now = { at: record.at, ...counted(room) };
    if (steps.at(-1)?.at === record.at) steps.pop();
    const last = steps.at(-1);
    if (!last || last.hall !== now.hall || last.remote !== now.remote) steps.push(now);
  }
  return steps;
}

function counted({ phase, members }: DeepReadonly<Room>): { hall: number; remote: number } {
  const here = phase === 'open' ? Object.values(members).filter(({ role }) => role !== 'display') : [];
  return { hall: here.filter(({ place }) => place === 'hall').length, remote: here.filter(({ place }) => place === 'remote').length };
}
