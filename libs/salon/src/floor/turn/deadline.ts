import type { RoomEvent } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../../room/room.ts';
import { runsOutAt } from '../time/clock.ts';
import { continueAfter } from './end.ts';

/** So long a turn goes on after its limit; null where it is only warned. */
const graceMs = ({ atLimit, softCloseMs }: DeepReadonly<Room['rules']>): number | null =>
  (atLimit === 'warn' ? null : atLimit === 'soft-close' ? softCloseMs : 0);

/** UTC milliseconds; null while no turn runs out. */
export function turnDeadline({ floor: { current }, phase, rules }: DeepReadonly<Room>): number | null {
  const grace = graceMs(rules);
  const out = phase === 'open' && current ? runsOutAt(current.clock) : null;
  return out === null || grace === null ? null : out + grace;
}

/** [F13] The turn took what it had, however late the tick comes. */
export function decideTurnTick(room: DeepReadonly<Room>, at: number): RoomEvent[] {
  const due = turnDeadline(room);
  const { current } = room.floor;
  if (!current || due === null || at < due) return [];
  const tookMs = current.clock.allottedMs + (graceMs(room.rules) ?? 0);
  return [{ type: 'TurnEnded', data: { turn: current.turn, reason: 'expired', tookMs } }, ...continueAfter(room.floor)];
}

/** [F13] How loud the speaker is made, 1 to 0: in a soft close the sound fades in the last third of the time that is left. */
export function loudness({ floor: { current }, rules }: DeepReadonly<Room>, at: number): number {
  const out = current && rules.atLimit === 'soft-close' ? runsOutAt(current.clock) : null;
  if (out === null) return 1;
  const fadeMs = rules.softCloseMs / 3;
  return Math.min(1, Math.max(0, (out + rules.softCloseMs - at) / fadeMs));
}
