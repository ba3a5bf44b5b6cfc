import type { EventOf, EventType, ParticipantId, Recorded, Told } from '@yaji/contracts';
import type { Viewer } from './viewer.ts';

const memberEvents = new Set<EventType>(['MemberExpected', 'MemberKnocked', 'MemberAdmitted', 'MemberDeclined', 'MemberJoined', 'MemberCheckedIn', 'MemberLeft', 'MemberRoleChanged', 'MemberRemoved']);
const forModerators = new Set<EventType>(['MemberKnocked', 'MemberAdmitted', 'MemberDeclined', 'QuestionAsked', 'QuestionDeclined', 'PollPrepared', 'PollDiscarded']);

type OfQuestion = EventOf<'QuestionAsked' | 'QuestionEdited' | 'QuestionApproved' | 'QuestionDeclined'>;

/** The event as this viewer may read it. What is not for him becomes `Sealed` and keeps its number, so that readers detect loss by counting. */
export function seal(record: Recorded, viewer: Viewer): Told {
  if (!mayRead(record, viewer)) return { seq: record.seq, at: record.at, by: null, type: 'Sealed', data: {} };
  const isMine = (participantId: ParticipantId | null) => participantId !== null && participantId === viewer.participantId;
  switch (record.type) {
    case 'QuestionAsked': case 'QuestionEdited': case 'QuestionApproved': case 'QuestionDeclined':
      return record.data.anonymous && !isMine(record.data.askedBy) ? withoutAsker(record) : record;
    case 'QuestionUpvoted':
      return isMine(record.data.votedBy) ? record : { ...record, by: null, data: { ...record.data, votedBy: null } };
    case 'PollAnswered': return isMine(record.data.answeredBy) ? record : { ...record, by: null, data: { ...record.data, answeredBy: null } };
    case 'VoteCast': return isMine(record.data.castBy) ? record : { ...record, data: { ...record.data, choice: null, pseudonym: null } };
    case 'BallotClosed': return record.data.result === null && viewer.sees !== 'moderating' ? { ...record, data: { ...record.data, tally: {} } } : record;
    case 'QuestionMerged': return { ...record, data: { ...record.data, askedBy: isMine(record.data.askedBy) ? record.data.askedBy : null, voters: record.data.voters.filter(isMine) } };
    default: return record;
  }
}

/** Who asked is left out, also as the one who spoke; who approved or declined stays. */
function withoutAsker(record: Extract<Recorded, OfQuestion>): Told {
  const own = record.type === 'QuestionAsked' || record.type === 'QuestionEdited';
  const by = own && record.by === record.data.askedBy ? null : record.by;
  return { ...record, by, data: { ...record.data, askedBy: null } } as Told;
}

function mayRead(record: Recorded, viewer: Viewer): boolean {
  const named = viewer.participantId !== null && namedIn(record).includes(viewer.participantId);
  if (viewer.sees === 'outside') return named && memberEvents.has(record.type);
  if (named) return true;
  return viewer.sees === 'moderating' || !(forModerators.has(record.type) || (record.type === 'QuestionEdited' && record.data.unread) || (record.type === 'PollAnswered' && !record.data.shown));
}

/** Those who may read more of this event than others of their class. */
export function namedIn(record: Recorded): ParticipantId[] {
  switch (record.type) {
    case 'QuestionAsked': case 'QuestionEdited': case 'QuestionApproved': case 'QuestionDeclined': return record.data.askedBy === null ? [] : [record.data.askedBy];
    case 'QuestionMerged': return record.data.askedBy === null ? record.data.voters : [...record.data.voters, record.data.askedBy];
    case 'QuestionUpvoted': return record.data.votedBy === null ? [] : [record.data.votedBy];
    case 'PollAnswered': return record.data.answeredBy === null ? [] : [record.data.answeredBy];
    case 'VoteCast': return [record.data.castBy];
    default: return memberEvents.has(record.type) && 'participantId' in record.data && record.data.participantId !== null ? [record.data.participantId] : [];
  }
}
