import type { ParticipantId, Told } from '@yaji/contracts';
import { type PlayedTurn, playedTurns } from './turns.ts';

/** Milliseconds; `speechMs`: what was heard of it. */
export type CountedTurn = PlayedTurn & { tookMs: number; speechMs: number };
export type CountedPerson = { participantId: ParticipantId; organisationId: string | null; place: 'remote' | 'hall'; firstJoinedAt: number; presentMs: number };

/** What a log says in figures, counted from its events alone and not by the code that is examined. Displays are no people. UTC milliseconds. */
export type Facts = {
  openedAt: number; beganAt: number; closedAt: number; upTo: number;
  people: CountedPerson[]; peak: number; turns: CountedTurn[];
  asked: number; answered: number; votes: number; topics: number;
  /** When something was written into the log, or was to begin. */
  instants: Set<number>;
  /** How long items and topics took, and were to take. */
  courseMs: number[];
};

export function factsOf(log: readonly Told[]): Facts {
  const first = (type: Told['type']) => log.find((event) => event.type === type)?.at ?? 0;
  const count = (type: Told['type']) => log.filter((event) => event.type === type).length;
  const closedAt = first('RoomClosed');
  return {
    openedAt: first('RoomOpened'), beganAt: first('ItemStarted'), closedAt, upTo: Math.max(...log.map(({ seq }) => seq)),
    ...attendanceIn(log, closedAt), turns: turnsIn(log),
    asked: count('QuestionApproved'), answered: count('QuestionAnswered'), votes: count('QuestionUpvoted'),
    topics: new Set(log.flatMap((event) => (event.type === 'TopicStarted' ? [event.data.topicId] : []))).size,
    instants: new Set(log.flatMap((event) => [event.at, ...(event.type === 'RoomOpened' ? event.data.agenda.map(({ plannedStartAt }) => plannedStartAt) : [])])), courseMs: courseIn(log),
  };
}

function attendanceIn(log: readonly Told[], closedAt: number): Pick<Facts, 'people' | 'peak'> {
  const people = new Map<ParticipantId, CountedPerson & { since: number | null }>();
  let peak = 0;
  for (const event of log) {
    if (event.type === 'MemberJoined' && event.data.role !== 'display') {
      const { participantId, organisationId, place } = event.data;
      const before = people.get(participantId) ?? { participantId, organisationId, place, firstJoinedAt: event.at, presentMs: 0, since: null };
      people.set(participantId, { ...before, place, since: before.since ?? event.at });
      peak = Math.max(peak, [...people.values()].filter(({ since }) => since !== null).length);
    }
    const left = event.type === 'MemberLeft' || event.type === 'MemberRemoved' ? people.get(event.data.participantId) : undefined;
    if (left && left.since !== null) people.set(left.participantId, { ...left, presentMs: left.presentMs + event.at - left.since, since: null });
  }
  return { peak, people: [...people.values()].map(({ since, ...person }) => ({ ...person, presentMs: person.presentMs + (since === null ? 0 : closedAt - since) })) };
}

function turnsIn(log: readonly Told[]): CountedTurn[] {
  const [took, heard] = [new Map<number, number>(), new Map<number, number>()];
  for (const { type, data } of log) {
    if (type === 'TurnMeasured') heard.set(data.turn, data.speechMs);
  }
  const turns = playedTurns(log);
  for (const { turn, startedAt, endedAt, paused, interrupted } of turns) {
    took.set(turn, endedAt - startedAt - [...paused, ...interrupted].reduce((sum, { fromAt, toAt }) => sum + toAt - fromAt, 0));
  }
  return turns.map((turn) => ({ ...turn, tookMs: took.get(turn.turn) ?? 0, speechMs: heard.get(turn.turn) ?? took.get(turn.turn) ?? 0 }));
}

function courseIn(log: readonly Told[]): number[] {
  const begun = new Map<string, number>();
  const lengths: number[] = [];
  for (const event of log) {
    if (event.type === 'RoomOpened') lengths.push(...event.data.agenda.flatMap(({ plannedMs, topics }) => [plannedMs, ...topics.map((topic) => topic.plannedMs)]));
    if (event.type === 'ItemStarted') begun.set(event.data.itemId, event.at);
    if (event.type === 'TopicStarted') begun.set(event.data.topicId, event.at);
    const over = event.type === 'ItemFinished' ? event.data.itemId : event.type === 'TopicFinished' ? event.data.topicId : null;
    if (over !== null) lengths.push(event.at - (begun.get(over) ?? 0));
  }
  return lengths;
}
