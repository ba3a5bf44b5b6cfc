import type { ParticipantId } from '@yaji/contracts';
import { type Room, view, viewerOf } from '@yaji/salon';
import type { LiveRoom } from './live-room.ts';

/**
 * The room as this person may see it. When a thousand come at once, nearly all of them see the same: it is made once per number and
 * class, and must not be changed. Whoever asked or voted sees something of his own.
 */
export function viewFor({ feed: { seq, room }, sharedViews }: LiveRoom, participantId: ParticipantId): Room {
  const viewer = viewerOf(room, participantId);
  const { sees } = viewer;
  const hasOwn = room.questions.some(({ askedBy, voters }) => askedBy === participantId || voters.includes(participantId)) || room.polls.some(({ answers }) => Object.hasOwn(answers, participantId));
  if (sees === 'outside' || hasOwn) return view(room, viewer);
  const shared = sharedViews.get(sees);
  if (shared?.seq === seq) return shared.room;
  const fresh = view(room, { participantId: null, sees });
  sharedViews.set(sees, { seq, room: fresh });
  return fresh;
}
