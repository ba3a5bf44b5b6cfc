import type { EventOf, EventType, ParticipantId, Recorded, Told } from '@yaji/contracts';
import type { Viewer } from './viewer.ts';

const memberEvents = new Set<EventType>(['MemberExpected', 'MemberKnocked', 'MemberAdmitted', 'MemberDeclined', 'MemberJoined', 'MemberCheckedIn', 'MemberLeft', 'MemberRoleChanged', 'MemberRemoved']);
const forModerators = new Set<EventType>(['MemberKnocked', 'MemberAdmitted', 'MemberDeclined', 'QuestionAsked', 'QuestionDeclined']);

type OfQuestion = EventOf<'QuestionAsked' | 'QuestionApproved' | 'QuestionDeclined'>;

/** The event as this viewer may read it. What is not for him becomes `Sealed` and keeps its number, so that readers detect loss by counting. */
export function seal(record: Recorded, viewer: Viewer): Told {
  if (!mayRead(record, viewer)) return { seq: record.seq, at: record.at, by: null, type: 'Sealed', data: {} };
  const isMine = (participantId: ParticipantId | null) => participantId !== null && participantId === viewer.participantId;
  switch (record.type) {
    case 'QuestionAsked': case 'QuestionApproved': case 'QuestionDeclined':
      return record.data.anonymous && !isMine(record.data.askedBy) ? withoutAsker(record) : record;
    case 'QuestionUpvoted':
      return isMine(record.data.votedBy) ? record : { ...record, by: null, data: { ...record.data, votedBy: null } };
    default: return record;
  }
}

/** Who asked, and (for the asking itself) who spoke, is left out; who approved or declined stays. */
function withoutAsker(record: Extract<Recorded, OfQuestion>): Told {
  const by = record.type === 'QuestionAsked' ? null : record.by;
  return { ...record, by, data: { ...record.data, askedBy: null } } as Told;
}

function mayRead(record: Recorded, viewer: Viewer): boolean {
  const named = viewer.participantId !== null && namedIn(record).includes(viewer.participantId);
  if (viewer.sees === 'outside') return named && memberEvents.has(record.type);
  if (named) return true;
  return viewer.sees === 'moderating' || !forModerators.has(record.type);
}

/** Those who may read more of this event than others of their class. */
export function namedIn(record: Recorded): ParticipantId[] {
  switch (record.type) {
    case 'QuestionAsked': case 'QuestionApproved': case 'QuestionDeclined': return record.data.askedBy === null ? [] : [record.data.askedBy];
    case 'QuestionUpvoted': return record.data.votedBy === null ? [] : [record.data.votedBy];
    default: return memberEvents.has(record.type) && 'participantId' in record.data && record.data.participantId !== null ? [record.data.participantId] : [];
  }
}
