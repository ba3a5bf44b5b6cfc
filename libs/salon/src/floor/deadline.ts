import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import { accept, type Verdict } from '../verdict.ts';
import { runsOutAt } from './clock.ts';

/** UTC milliseconds at which somebody should say `room.tick`; null while nothing is due. */
export function nextDeadline(room: DeepReadonly<Room>): number | null {
  const { current } = room.floor;
  return room.phase === 'open' && current && room.rules.atLimit === 'end' ? runsOutAt(current.clock) : null;
}

/** [F13] The turn took its limit, however late the tick comes. */
export function decideTick(room: DeepReadonly<Room>, at: number): Verdict {
  const due = nextDeadline(room);
  const { current } = room.floor;
  if (!current || due === null || at < due) return accept();
  return accept({ type: 'TurnEnded', data: { turn: current.turn, reason: 'expired', tookMs: current.clock.allottedMs } });
}
