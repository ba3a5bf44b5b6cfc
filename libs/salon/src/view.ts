import type { DeepReadonly } from '@yaji/kit';
import type { Member } from './member/member.ts';
import { countsOf, isShown as isPollShown, type Poll } from './poll/poll.ts';
import type { Question } from './question/question.ts';
import { emptyRoom, type Room } from './room/room.ts';
import type { Viewer } from './viewer.ts';

/** The room as this viewer may see it: what he would have, had he read every event sealed for him (L2). A copy that the caller owns. */
export function view(room: DeepReadonly<Room>, viewer: Viewer): Room {
  const isMe = ({ participantId }: { participantId: unknown }): boolean => participantId === viewer.participantId;
  const members = copyOf<Room['members']>(room.members);
  if (viewer.sees === 'outside') return { ...emptyRoom(), lastAt: room.lastAt, members: keep(members, isMe) };
  const whole = copyOf<Room>(room);
  const shown = viewer.sees === 'moderating' ? members : keep(members, (member) => member.announced || isMe(member));
  const polls = room.polls.filter(({ status }) => viewer.sees === 'moderating' || status !== 'prepared').map((poll) => pollFor(poll, viewer));
  return { ...whole, members: shown, polls, questions: room.questions.filter((question) => isShown(question, viewer)).map((question) => masked(question, viewer)) };
}

const copyOf = <T>(part: DeepReadonly<T>): T => JSON.parse(JSON.stringify(part)) as T;

const keep = (members: Room['members'], wanted: (member: Member) => boolean): Room['members'] =>
  Object.fromEntries(Object.entries(members).filter(([, member]) => wanted(member)));

/** [Q1] [Q4] */
const isShown = ({ approved, askedBy }: DeepReadonly<Question>, viewer: Viewer): boolean =>
  viewer.sees === 'moderating' || approved || (askedBy !== null && askedBy === viewer.participantId);

/** [P5] One's own answer, and how many others gave which where that may be known. */
function pollFor(poll: DeepReadonly<Poll>, { participantId, sees }: Viewer): Poll {
  const copy = copyOf<Poll>(poll);
  const own = Object.entries(copy.answers).filter(([answeredBy]) => answeredBy === participantId);
  const ofOthers = Object.entries(copy.answers).filter(([answeredBy]) => answeredBy !== participantId);
  const known = sees === 'moderating' || isPollShown(poll);
  return { ...copy, answers: Object.fromEntries(own), others: known ? Object.fromEntries(countsOf({ answers: Object.fromEntries(ofOthers), others: copy.others })) : {} };
}

/** [Q2] [Q5] [Q8] */
function masked(question: DeepReadonly<Question>, { participantId, sees }: Viewer): Question {
  const copy = copyOf<Question>(question);
  const mine = copy.askedBy !== null && copy.askedBy === participantId;
  const hidden = copy.anonymous && !mine;
  const edits = copy.edits.filter(({ unread }) => !unread || mine || sees === 'moderating').map((edit) => (hidden && edit.by === copy.askedBy ? { ...edit, by: null } : edit));
  return { ...copy, askedBy: hidden ? null : copy.askedBy, edits, voters: copy.voters.filter((voter) => voter === participantId) };
}
