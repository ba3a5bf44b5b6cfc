import type { ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { isModerating } from './policy.ts';
import type { Room } from './room/room.ts';

/** Who reads: `outside` (not let in), `inside`, or `moderating`. `participantId` null: nobody in particular of that class. */
export type Viewer = { participantId: ParticipantId | null; sees: 'outside' | 'inside' | 'moderating' };

/** From the room's own state, never from what a client says. */
export function viewerOf(room: DeepReadonly<Room>, participantId: ParticipantId): Viewer {
  const member = room.members[participantId];
  if (member?.standing !== 'admitted' || !member.announced) return { participantId, sees: 'outside' };
  return { participantId, sees: isModerating(member.role) ? 'moderating' : 'inside' };
}
