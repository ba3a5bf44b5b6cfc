import type { Refusal } from '@yaji/contracts';
import type { LiveRoom } from './live-room.ts';
import type { Seat } from './seat.ts';

/** Why this seat gets no sound and picture; null when it may. In the hall only the display plays, and only its microphones send: any other would howl. */
export function mediaRefusal({ feed: { room } }: LiveRoom, { participantId, place, placed }: Seat): Refusal | null {
  if (room.phase !== 'open') return { code: room.phase === 'planned' ? 'room/not-open' : 'room/closed' };
  if (!placed || placed.sees === 'outside') return { code: 'member/not-admitted' };
  const isHallsOwn = room.members[participantId]?.role === 'display' || room.stage.microphones.some(({ pluggedBy }) => pluggedBy === participantId);
  return place === 'hall' && !isHallsOwn ? { code: 'member/role-may-not' } : null;
}
