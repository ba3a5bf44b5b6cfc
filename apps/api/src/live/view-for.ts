import type { ParticipantId } from '@yaji/contracts';
import { type Room, view, viewerOf, viewFrom } from '@yaji/salon';
import type { LiveRoom } from './live-room.ts';

/**
 * The room as this person may see it. When a thousand come at once, nearly all of them see the same: it is made once per number and
 * class, and must not be changed. Whoever asked, voted or answered sees something of his own in it.
 */
export function viewFor({ feed: { seq, room }, sharedViews }: LiveRoom, participantId: ParticipantId): Room {
  const viewer = viewerOf(room, participantId);
  const { sees } = viewer;
  if (sees === 'outside') return view(room, viewer);
  const shared = sharedViews.get(sees);
  if (shared?.seq === seq) return viewFrom(shared.room, room, viewer);
  const fresh = view(room, { participantId: null, sees });
  sharedViews.set(sees, { seq, room: fresh });
  return viewFrom(fresh, room, viewer);
}
