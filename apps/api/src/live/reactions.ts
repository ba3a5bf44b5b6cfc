import { type Reaction, reactions } from '@yaji/contracts';
import type { LiveRoom } from './live-room.ts';
import { classChannel } from './seat.ts';

type Counts = LiveRoom['reactions'];

export const isReaction = (kind: unknown): kind is Reaction => (reactions as readonly unknown[]).includes(kind);

export function addReaction(live: LiveRoom, kind: Reaction): void {
  live.reactions[kind] = (live.reactions[kind] ?? 0) + 1;
}

/** What was counted since the last time; null when nothing was. */
export function takeReactions(live: LiveRoom): Counts | null {
  const counts = live.reactions;
  if (Object.keys(counts).length === 0) return null;
  live.reactions = {};
  return counts;
}

export function showReactions(live: LiveRoom, counts: Counts): void {
  live.io.to([classChannel(live.roomId, 'inside'), classChannel(live.roomId, 'moderating')]).emit('reactions', counts);
}

/** What another process counted, if it can be read. */
export function readReactions(said: unknown): Counts {
  if (typeof said !== 'object' || said === null) return {};
  return Object.fromEntries(Object.entries(said).filter(([kind, count]) => isReaction(kind) && Number.isSafeInteger(count) && count > 0));
}
