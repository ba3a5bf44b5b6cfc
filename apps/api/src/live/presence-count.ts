import type { Presence, Recorded } from '@yaji/contracts';
import type { LiveRoom } from './live-room.ts';
import { classChannel } from './seat.ts';

const everyMs = 1_000;

/** Heads, not screens: those who are here by the room's own log. */
export function countPresence({ feed: { room } }: LiveRoom): Presence {
  const count: Presence = { remote: 0, hall: 0 };
  for (const { place, role } of Object.values(room.members)) if (place !== null && role !== 'display') count[place] += 1;
  return count;
}

/** After somebody came or went, tells the count, at most once a second. */
export function tellPresence(live: LiveRoom, records: readonly Recorded[]): void {
  if (!records.some(({ type }) => type.startsWith('Member'))) return;
  live.presenceTimer ??= setTimeout(() => {
    live.presenceTimer = null;
    live.io.to([classChannel(live.roomId, 'inside'), classChannel(live.roomId, 'moderating')]).emit('presence', countPresence(live));
  }, everyMs);
}
