import type { CommandOf } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import { departure } from './departure.ts';

/** Who is away for this long has left (M6), milliseconds. */
export const absenceMs = 60_000;

/** [M1]-[M5] Somebody stands at the door: comes in, or knocks. */
export function decideEntry(room: DeepReadonly<Room>, { person, plate, place, message }: CommandOf<'member.enter'>['data']): Verdict {
  const known = room.members[person.participantId];
  const data = { ...person, role: known?.role ?? person.role, languages: [...person.languages] };
  switch (known?.standing) {
    case 'removed': return refuse('member/removed');
    case 'waiting': case 'declined': return accept();
    case 'admitted': case 'expected':
      return known.standing === 'admitted' && known.place === place ? accept() : accept({ type: 'MemberJoined', data: { ...data, place }, words: plate });
    case undefined: {
      const waits = room.rules.lobby.includes(person.role);
      return accept(waits ? { type: 'MemberKnocked', data, words: { ...plate, message } } : { type: 'MemberJoined', data: { ...data, place }, words: plate });
    }
  }
}

/** [M6] [M12] */
export function decideAbsence(room: DeepReadonly<Room>, { participantId, lastSeenAt }: CommandOf<'member.absent'>['data'], at: number): Verdict {
  const member = room.members[participantId];
  if (!member) return refuse('member/unknown');
  if (member.place === null) return accept();
  if (member.checkedIn) return refuse('member/not-absent');
  if (at - Math.max(lastSeenAt, member.joinedAt ?? 0) < absenceMs) return refuse('member/not-absent');
  return accept(...departure(room, participantId, at), { type: 'MemberLeft', data: { participantId, reason: 'absent' } });
}
