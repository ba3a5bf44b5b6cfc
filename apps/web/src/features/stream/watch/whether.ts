import type { ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { greenRoom, type Room, voiceOf } from '@yaji/salon';

/** So often is the way of sound and picture tried in vain before the stream takes its place. */
const busyTries = 8;
const blockedTries = 1;

/** What the page's connection to the media node has met with; see `MediaState`. */
export type Met = { busy: number; blocked: number };
export type Whether = { stream: boolean; because: 'chosen' | 'blocked' | 'busy' | null };

/**
 * Whether somebody watches the stream instead of taking part. Whoever is seen or heard, or about to be, takes part; so does everybody before the
 * room opens and after it closes.
 */
export function whetherStream(room: DeepReadonly<Room>, me: ParticipantId, { chosen, met }: { chosen: boolean; met: Met }): Whether {
  if (room.phase !== 'open' || takesPart(room, me)) return { stream: false, because: null };
  if (chosen) return { stream: true, because: 'chosen' };
  if (met.blocked >= blockedTries) return { stream: true, because: 'blocked' };
  return met.busy >= busyTries ? { stream: true, because: 'busy' } : { stream: false, because: null };
}

function takesPart(room: DeepReadonly<Room>, me: ParticipantId): boolean {
  const { current, interrupted } = room.floor;
  return current?.participantId === me || current?.interpretation?.by === me || voiceOf(room) === me
    || interrupted.some(({ participantId }) => participantId === me) || room.stage.guests.includes(me) || greenRoom(room).includes(me);
}
