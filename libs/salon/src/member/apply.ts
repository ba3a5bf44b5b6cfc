import type { EventOf, Person, PlateWords, Stamped } from '@yaji/contracts';
import { assertNever } from '@yaji/kit';
import type { Member, Members } from './member.ts';

type MemberEvent = EventOf<'MemberExpected' | 'MemberKnocked' | 'MemberAdmitted' | 'MemberDeclined' | 'MemberJoined' | 'MemberCheckedIn' | 'MemberLeft' | 'MemberRoleChanged' | 'MemberRemoved'>;

export function applyMember(members: Members, event: MemberEvent & Stamped): void {
  if (event.type === 'MemberExpected') return expect(members, event);
  if (event.type === 'MemberJoined') return join(members, event);
  if (event.type === 'MemberKnocked') {
    const { participantId } = event.data;
    members[participantId] = { ...fresh(event.data, event.words), message: event.words?.message ?? null };
    return;
  }
  const member = members[event.data.participantId];
  if (!member) return;
  switch (event.type) {
    case 'MemberAdmitted': member.standing = 'admitted'; return;
    case 'MemberDeclined': Object.assign(member, { standing: 'declined', message: event.words?.message ?? null }); return;
    case 'MemberCheckedIn': checkIn(member, event.at); return;
    case 'MemberLeft': depart(member, event.at); return;
    case 'MemberRoleChanged': member.role = event.data.role; return;
    case 'MemberRemoved': depart(member, event.at); member.standing = 'removed'; return;
    default: assertNever(event);
  }
}

/** A member as an event tells of him; `place` of an event that has one is applied by the caller. */
const fresh = ({ participantId, role, organisationId, country, languages, group = null }: Person, words: PlateWords | null): Member => ({
  participantId, role, organisationId, country, languages: [...languages], group, name: words?.name ?? null, organisation: words?.organisation ?? null,
  standing: 'waiting', place: null, checkedIn: false, announced: false, message: null, firstJoinedAt: null, leftAt: null, presentMs: 0, joinedAt: null,
});

function expect(members: Members, { data, words, at }: EventOf<'MemberExpected'> & Stamped): void {
  const here = data.place !== null;
  members[data.participantId] = {
    ...fresh(data, words), announced: true, standing: here ? 'admitted' : 'expected', place: data.place,
    firstJoinedAt: here ? at : null, joinedAt: here ? at : null,
  };
}

/** [M11] The time of earlier stays is kept; what only moderators knew before is forgotten, so that all know the same. */
function join(members: Members, { data, words, at }: EventOf<'MemberJoined'> & Stamped): void {
  const before = members[data.participantId];
  const stays = before?.announced ? { firstJoinedAt: before.firstJoinedAt ?? at, presentMs: before.presentMs, joinedAt: before.joinedAt ?? at } : { firstJoinedAt: at, joinedAt: at };
  members[data.participantId] = { ...fresh(data, words), ...stays, announced: true, standing: 'admitted', place: data.place };
}

/** [M12] */
function checkIn(member: Member, at: number): void {
  Object.assign(member, { standing: 'admitted', place: 'hall', checkedIn: true, firstJoinedAt: member.firstJoinedAt ?? at, joinedAt: member.joinedAt ?? at });
}

function depart(member: Member, at: number): void {
  if (member.joinedAt !== null) {
    member.presentMs += at - member.joinedAt;
    member.leftAt = at;
  }
  member.joinedAt = null;
  member.place = null;
  member.checkedIn = false;
}
