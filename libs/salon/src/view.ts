import type { ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Ballot } from './ballot/ballot.ts';
import type { Member } from './member/member.ts';
import { countsOf, isShown as isPollShown, type Poll } from './poll/poll.ts';
import type { Question } from './question/question.ts';
import { emptyRoom, type Room } from './room/room.ts';
import type { Viewer } from './viewer.ts';

/** The room as this viewer may see it: what he would have, had he read every event sealed for him (L2). A copy that the caller owns. */
export function view(room: DeepReadonly<Room>, viewer: Viewer): Room {
  const { members, questions, polls, ballots, ...rest } = room;
  const isMe = ({ participantId }: DeepReadonly<Member>): boolean => participantId === viewer.participantId;
  if (viewer.sees === 'outside') return { ...emptyRoom(), lastAt: room.lastAt, members: keep(members, isMe) };
  return {
    ...emptyRoom(), ...copyOf<Omit<Room, 'members' | 'questions' | 'polls' | 'ballots'>>(rest),
    members: keep(members, (member) => viewer.sees === 'moderating' || member.announced || isMe(member)),
    questions: questions.filter((question) => isShown(question, viewer)).map((question) => masked(question, viewer)),
    polls: polls.filter((poll) => isKnown(poll, viewer)).map((poll) => pollFor(poll, viewer)),
    ballots: ballots.map((ballot) => ballotFor(ballot, room, viewer)),
  };
}

/**
 * The same for somebody inside, made from the view of nobody in particular of his class: it shares with it all that is not his own, so that a
 * thousand may come at once. Neither may be changed.
 */
export function viewFrom(shared: Room, room: DeepReadonly<Room>, viewer: Viewer): Room {
  const me = viewer.participantId;
  if (me === null) return shared;
  const isOwn = ({ askedBy, voters }: DeepReadonly<Question>): boolean => askedBy === me || voters.includes(me);
  const ownQuestions = room.questions.some(isOwn);
  const ownPolls = room.polls.some(({ answers }) => Object.hasOwn(answers, me));
  const ownVotes = room.ballots.some((ballot) => hasCast(ballot, me));
  if (!ownQuestions && !ownPolls && !ownVotes) return shared;
  const known = new Map(shared.questions.map((question) => [question.questionId, question]));
  return {
    ...shared,
    questions: room.questions.filter((question) => isShown(question, viewer)).map((question) => (isOwn(question) ? null : known.get(question.questionId)) ?? masked(question, viewer)),
    polls: room.polls.filter((poll) => isKnown(poll, viewer)).map((poll, place) => (Object.hasOwn(poll.answers, me) ? null : shared.polls[place]) ?? pollFor(poll, viewer)),
    ballots: room.ballots.map((ballot, place) => (hasCast(ballot, me) ? null : shared.ballots[place]) ?? ballotFor(ballot, room, viewer)),
  };
}

const hasCast = ({ votes }: DeepReadonly<Ballot>, me: ParticipantId): boolean => Object.values(votes).some(({ castBy }) => castBy === me);

/** [B15] [AW4] What others chose is not told before the end, and the tally of an award not before it is shown. */
function ballotFor(ballot: DeepReadonly<Ballot>, { awards }: DeepReadonly<Room>, { participantId, sees }: Viewer): Ballot {
  const { votes, ...copy } = copyOf<Ballot>(ballot);
  const told = Object.entries(votes).map(([elector, vote]) => [elector, vote.castBy === participantId ? vote : { ...vote, choice: null, pseudonym: null }]);
  const hidden = copy.awardId !== null && sees !== 'moderating' && !awards.some(({ awardId, complete }) => awardId === copy.awardId && complete);
  return { ...copy, votes: Object.fromEntries(told) as Ballot['votes'], tally: hidden ? {} : copy.tally };
}

const copyOf = <T>(part: DeepReadonly<T>): T => JSON.parse(JSON.stringify(part)) as T;

const keep = (members: DeepReadonly<Room['members']>, wanted: (member: DeepReadonly<Member>) => boolean): Room['members'] =>
  copyOf<Room['members']>(Object.fromEntries(Object.entries(members).filter(([, member]) => wanted(member))));

/** [Q1] [Q4] */
const isShown = ({ approved, askedBy }: DeepReadonly<Question>, viewer: Viewer): boolean =>
  viewer.sees === 'moderating' || approved || (askedBy !== null && askedBy === viewer.participantId);

/** [P2] */
const isKnown = ({ status }: DeepReadonly<Poll>, { sees }: Viewer): boolean => sees === 'moderating' || status !== 'prepared';

/** [P5] One's own answer, and how many others gave which where that may be known. */
function pollFor(poll: DeepReadonly<Poll>, { participantId, sees }: Viewer): Poll {
  const { answers, others, ...rest } = poll;
  const own = participantId !== null && Object.hasOwn(answers, participantId) ? { [participantId]: answers[participantId] ?? '' } : {};
  if (sees !== 'moderating' && !isPollShown(poll)) return { ...copyOf<Omit<Poll, 'answers' | 'others'>>(rest), answers: own, others: {} };
  const ofOthers = Object.fromEntries(Object.entries(answers).filter(([answeredBy]) => answeredBy !== participantId));
  return { ...copyOf<Omit<Poll, 'answers' | 'others'>>(rest), answers: own, others: Object.fromEntries(countsOf({ answers: ofOthers, others })) };
}

/** [Q2] [Q5] [Q8] */
function masked(question: DeepReadonly<Question>, { participantId, sees }: Viewer): Question {
  const copy = copyOf<Question>(question);
  const mine = copy.askedBy !== null && copy.askedBy === participantId;
  const hidden = copy.anonymous && !mine;
  const edits = copy.edits.filter(({ unread }) => !unread || mine || sees === 'moderating').map((edit) => (hidden && edit.by === copy.askedBy ? { ...edit, by: null } : edit));
  return { ...copy, askedBy: hidden ? null : copy.askedBy, edits, voters: copy.voters.filter((voter) => voter === participantId) };
}
