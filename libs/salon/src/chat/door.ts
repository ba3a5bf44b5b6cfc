import type { ParticipantId, Refusal } from '@yaji/contracts';
import { err, ok, type DeepReadonly, type Result } from '@yaji/kit';
import type { Member } from '../member/member.ts';
import { isModerating } from '../policy.ts';
import type { Room } from '../room/room.ts';
import { viewerOf } from '../viewer.ts';

/** [T1] Who has a part in the chat, or why not. */
export function chatDoor(room: DeepReadonly<Room>, participantId: ParticipantId): Result<DeepReadonly<Member>, Refusal> {
  const member = room.members[participantId];
  if (member?.standing === 'removed') return err({ code: 'member/removed' });
  if (!member || viewerOf(room, participantId).sees === 'outside') return err({ code: 'member/not-admitted' });
  if (room.phase !== 'open') return err({ code: 'room/closed' });
  return member.role === 'display' ? err({ code: 'member/role-may-not' }) : ok(member);
}

/** [T5] Who of the muted may be named to somebody. */
export const mutedFor = (room: DeepReadonly<Room>, muted: readonly ParticipantId[], reader: ParticipantId): ParticipantId[] => {
  const role = room.members[reader]?.role;
  return role && isModerating(role) ? [...muted] : muted.filter((participantId) => participantId === reader);
};
