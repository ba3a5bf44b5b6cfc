import type { Command, CommandOf, ParticipantId } from '@yaji/contracts';
import { assertNever, type DeepReadonly } from '@yaji/kit';
import { isModerating } from '../policy.ts';
import type { Room } from '../room/room.ts';
import type { MemberStamp } from '../stamp.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import { departure } from './departure.ts';
import type { Member } from './member.ts';

export type MemberCommand = Extract<Command, { type: `member.${string}` }>;

export function decideMember(room: DeepReadonly<Room>, command: MemberCommand, stamp: MemberStamp): Verdict {
  if (command.type === 'member.leave') return leave(room, stamp);
  if (command.type === 'member.introduce') return introduce(room, command.data);
  const { participantId } = command.data;
  const member = room.members[participantId];
  if (!member) return refuse('member/unknown');
  if (command.type === 'member.checkIn') return checkIn(member);
  switch (command.type) {
    case 'member.admit': return canBeAnswered(member, 'admit') ? accept({ type: 'MemberAdmitted', data: { participantId } }) : refuse('member/not-waiting');
    case 'member.decline':
      return canBeAnswered(member, 'decline')
        ? accept({ type: 'MemberDeclined', data: { participantId }, words: { message: command.data.message } })
        : refuse('member/not-waiting');
    case 'member.setRole': return setRole(room, member, { ...stamp, newRole: command.data.role });
    case 'member.remove': return remove(room, member, stamp);
    default: return assertNever(command);
  }
}

const canBeAnswered = ({ standing }: DeepReadonly<Member>, answer: 'admit' | 'decline'): boolean =>
  standing === 'waiting' || (standing === 'declined' && answer === 'admit');

function leave(room: DeepReadonly<Room>, { by, at }: MemberStamp): Verdict {
  if (room.members[by]?.place === null) return accept();
  return accept(...departure(room, by, at), { type: 'MemberLeft', data: { participantId: by, reason: 'left' } });
}

/** [M12] Who waits in the lobby is admitted first, by a moderator. */
function checkIn({ participantId, standing, place }: DeepReadonly<Member>): Verdict {
  if (standing === 'removed') return refuse('member/removed');
  if (standing !== 'expected' && standing !== 'admitted') return refuse('member/not-admitted');
  return place === 'hall' ? accept() : accept({ type: 'MemberCheckedIn', data: { participantId } });
}

/** [M10] */
function introduce(room: DeepReadonly<Room>, { participantId, name, organisation, country, languages }: CommandOf<'member.introduce'>['data']): Verdict {
  if (room.members[participantId]) return refuse('member/already-known');
  return accept({
    type: 'MemberExpected',
    data: { participantId, role: 'speaker', organisationId: null, country, languages, place: 'hall' },
    words: { name, organisation },
  });
}

/** [M8] [M9] */
function setRole(room: DeepReadonly<Room>, member: DeepReadonly<Member>, { role, newRole }: MemberStamp & { newRole: Member['role'] }): Verdict {
  const { participantId } = member;
  if (member.role === newRole) return accept();
  if ((member.role === 'owner' || newRole === 'owner') && role !== 'owner') return refuse('member/role-may-not');
  if (!isModerating(newRole) && isLastModerator(room, participantId)) return refuse('member/last-moderator');
  return accept({ type: 'MemberRoleChanged', data: { participantId, role: newRole } });
}

function remove(room: DeepReadonly<Room>, member: DeepReadonly<Member>, { role, at }: MemberStamp): Verdict {
  const { participantId } = member;
  if (member.standing === 'removed') return accept();
  if (member.role === 'owner' && role !== 'owner') return refuse('member/role-may-not');
  if (isLastModerator(room, participantId)) return refuse('member/last-moderator');
  return accept(...departure(room, participantId, at), { type: 'MemberRemoved', data: { participantId } });
}

function isLastModerator(room: DeepReadonly<Room>, participantId: ParticipantId): boolean {
  const able = Object.values(room.members).filter(({ role, standing }) => isModerating(role) && standing === 'admitted');
  return able.length === 1 && able[0]?.participantId === participantId;
}
