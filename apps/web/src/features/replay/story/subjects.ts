import type { LocalText, RecordedPiece, Told } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { fileTime, type Room } from '@yaji/salon';

/** What happened to it. The words of it are `replay.…`. */
export type Happening = 'asked' | 'put' | 'spoken' | 'answered' | 'opened' | 'closed' | 'published' | 'moved' | 'debated' | 'objections' | 'decided' | 'revealed' | 'marked';
export type Moment = { what: Happening; offsetMs: number };
/** Something that the room dealt with, and when. `offsetMs`: the moment that somebody who looks for it means. */
export type Subject = { key: string; id: string; kind: 'question' | 'poll' | 'motion' | 'award' | 'action' | 'decision'; title: DeepReadonly<LocalText>; moments: Moment[]; offsetMs: number };

type Happened = { what: Happening; at: number | null };
type Found = Omit<Subject, 'key' | 'moments' | 'offsetMs'> & { happened: Happened[] };

/** What somebody means who looks for it: the question before the room, the vote itself; else how it began. */
const meant: Readonly<Record<Subject['kind'], readonly Happening[]>> = {
  question: ['spoken', 'put', 'answered', 'asked'], poll: ['opened'], motion: ['opened', 'objections', 'debated', 'moved'], award: ['opened', 'revealed'], action: ['marked'], decision: ['marked'],
};

/** Everything that was asked, voted on and agreed, in the order of its moment. `room`: when all was over. */
export function subjectsOf(events: readonly Told[], room: DeepReadonly<Room>, pieces: readonly RecordedPiece[]): Subject[] {
  const found = [...questions(events, room), ...polls(events, room), ...motions(events, room), ...awards(events, room), ...marks(room)];
  return found.flatMap(({ id, kind, title, happened }): Subject[] => {
    const moments = happened.flatMap(({ what, at }) => (at === null ? [] : [{ what, at, offsetMs: Math.ceil(fileTime(pieces, at)) }])).sort((one, other) => one.at - other.at).map(({ what, offsetMs }) => ({ what, offsetMs }));
    const first = meant[kind].map((what) => moments.find((one) => one.what === what)).find((one) => one !== undefined);
    return first ? [{ key: `${kind} ${id}`, id, kind, title, moments, offsetMs: first.offsetMs }] : [];
  }).sort((one, other) => one.offsetMs - other.offsetMs);
}

const at = (what: Happening, instant: number | null | undefined): Happened => ({ what, at: instant ?? null });

function questions(events: readonly Told[], { questions: all, floor }: DeepReadonly<Room>): Found[] {
  const put = new Map(events.flatMap((event) => (event.type === 'QuestionPinned' && event.data.questionId !== null ? [[event.data.questionId, event.at] as const] : [])));
  const turns = [...floor.past, ...(floor.current ? [floor.current] : [])];
  return all.filter(({ status }) => status !== 'merged').map(({ questionId, text, askedAt, entryId, answer }): Found => ({
    id: questionId, kind: 'question', title: text === null ? {} : { und: text },
    happened: [at('asked', askedAt), at('put', put.get(questionId)), at('spoken', turns.find(({ entry }) => entryId !== null && entry?.entryId === entryId)?.startedAt), at('answered', answer?.at)],
  }));
}

function polls(events: readonly Told[], { polls: all }: DeepReadonly<Room>): Found[] {
  const published = new Map(events.flatMap((event) => (event.type === 'PollPublished' ? [[event.data.pollId, event.at] as const] : [])));
  return all.map(({ pollId, plan, openedAt, closedAt }): Found => ({
    id: pollId, kind: 'poll', title: plan.title, happened: [at('opened', openedAt), at('closed', closedAt), at('published', published.get(pollId))],
  }));
}

function motions(events: readonly Told[], { motions: all, ballots }: DeepReadonly<Room>): Found[] {
  const put = new Map(events.flatMap((event) => (event.type === 'MotionPut' && event.data.motionId !== null ? [[event.data.motionId, event.at] as const] : [])));
  const objections = new Map(events.flatMap((event) => (event.type === 'ObjectionsAsked' ? [[event.data.motionId, event.at] as const] : [])));
  return all.map(({ motionId, title, movedAt, decision }): Found => ({
    id: motionId, kind: 'motion', title: title ?? {},
    happened: [at('moved', movedAt), at('debated', put.get(motionId)), at('objections', objections.get(motionId)), ...ballots.filter((one) => one.motionId === motionId).map(({ openedAt }) => at('opened', openedAt)), at('decided', decision?.at)],
  }));
}

function awards(events: readonly Told[], { awards: all, ballots }: DeepReadonly<Room>): Found[] {
  const revealed = new Map(events.flatMap((event) => (event.type === 'AwardRevealed' ? [[event.data.awardId, event.at] as const] : [])).reverse());
  return all.map(({ awardId, plan, ballotId }): Found => {
    const ballot = ballots.find((one) => one.ballotId === ballotId);
    return { id: awardId, kind: 'award', title: plan.title, happened: [at('opened', ballot?.openedAt), at('closed', ballot?.closedAt), at('revealed', revealed.get(awardId))] };
  });
}

const marks = ({ actions }: DeepReadonly<Room>): Found[] => actions.filter(({ withdrawn }) => !withdrawn).map(({ actionId, kind, what, markedAt }): Found => ({
  id: actionId, kind, title: what === null ? {} : { und: what }, happened: [at('marked', markedAt)],
}));
