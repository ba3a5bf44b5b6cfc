import type { EntryId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import { remainingMs } from './clock.ts';

/** So many of the latest turns tell how long turns are in this room. */
const sample = 8;

/**
 * [F18] When a waiting entry's turn may start, in milliseconds from `at`: at the earliest if the speaker stops now and the turns ahead
 * are as short as they have been, at the latest if everybody uses what they have. Null for an entry that does not wait.
 */
export function estimateMs(room: DeepReadonly<Room>, entryId: EntryId, at: number): { fromMs: number; toMs: number } | null {
  const { queue, current, past } = room.floor;
  const ahead = queue.findIndex((entry) => entry.entryId === entryId);
  if (ahead < 0) return null;
  const latest = past.slice(-sample).map(({ tookMs }) => tookMs);
  const limit = room.rules.turnLimitMs;
  const usual = latest.length > 0 ? latest.reduce((sum, tookMs) => sum + tookMs, 0) / latest.length : limit;
  const rest = current ? Math.max(0, remainingMs(current.clock, at)) : 0;
  return { fromMs: Math.round(ahead * Math.min(usual, limit)), toMs: Math.round(rest + ahead * Math.max(usual, limit)) };
}
