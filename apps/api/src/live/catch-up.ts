import type { CaughtUp } from '@yaji/contracts';
import { seal, viewerOf } from '@yaji/salon';
import type { LiveRoom } from './live-room.ts';
import { snapshotFor } from './placing.ts';
import type { Seat } from './seat.ts';

/** The events after the number that was asked for, as this viewer may read them; a snapshot where they are too many, or the number is none of ours. */
export function catchUp(live: LiveRoom, seat: Seat, asked: unknown): CaughtUp {
  const after = typeof asked === 'object' && asked !== null && 'after' in asked ? asked.after : null;
  const viewer = viewerOf(live.feed.room, seat.participantId);
  const missing = viewer.sees !== 'outside' && typeof after === 'number' && Number.isSafeInteger(after) && after >= 0 ? live.feed.since(after) : null;
  return missing ? { events: missing.map((record) => seal(record, viewer)) } : { snapshot: snapshotFor(live, seat) };
}
