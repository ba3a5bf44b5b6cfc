import { randomUUID } from 'node:crypto';
import type { EntryId, OrganisationId, OrderPolicy, ParticipantId, Recorded } from '@yaji/contracts';
import { apply, emptyRoom, estimates, type Room, serviceOrder } from '@yaji/salon';
import { type Act, cast, floorVerbs, run } from '../laws/history.ts';
import { silentMs } from '../laws/silent.ts';
import { benchOptions, type Goal, quantile, report } from './report.ts';

/**
 * The list of speakers, without a database or a network: what a page computes at every event. 2,000 people of 200 organisations in 40
 * countries wait, 500 turns have been; four policies are combined.
 */
const waiting = 2_000;
const organisations = 200;
const turns = 500;
const acts = 10_000;
const historyLength = 30;
const goals: Goal[] = [{ metric: 'orderMs', atMost: 20 }, { metric: 'oneMoreMs', atMost: 5 }, { metric: 'actsMs', atMost: 1_000 }, { metric: 'notConserved', atMost: 0 }, { metric: 'histories', atLeast: 100_000 }];

const policies: OrderPolicy[] = [{ policy: 'first-time' }, { policy: 'round-robin', over: 'organisation' }, { policy: 'least-time', over: 'organisation' }, { policy: 'random' }];
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** The same numbers on every run: a linear congruential generator (Numerical Recipes). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}

function crowdedRoom(): Room {
  const room = emptyRoom();
  const houses = Array.from({ length: organisations }, () => randomUUID() as OrganisationId);
  let seq = 0;
  const tell = (event: Pick<Recorded, 'type' | 'data'> & { words?: unknown }): void => apply(room, { words: null, ...event, seq: (seq += 1), at: seq * 1_000, by: null } as Recorded);
  const people = Array.from({ length: waiting }, (_, n) => {
    const participantId = randomUUID() as ParticipantId;
    tell({ type: 'MemberJoined', data: { participantId, role: 'attendee', organisationId: pick(houses, n * 7), country: `${String.fromCharCode(65 + (n % 5))}${String.fromCharCode(65 + (n % 8))}`, languages: [], place: 'remote' } });
    return participantId;
  });
  for (let turn = 1; turn <= turns; turn += 1) {
    const participantId = pick(people, turn * 13);
    tell({ type: 'TurnStarted', data: { turn, participantId, entryId: null, microphone: null, limitMs: 180_000, itemId: null, topicId: null, replaces: null } });
    tell({ type: 'TurnEnded', data: { turn, reason: 'ended', tookMs: turn * 100 } });
  }
  for (const participantId of people) tell({ type: 'FloorRequested', data: { entryId: randomUUID() as EntryId, participantId } });
  tell({ type: 'FloorOrderSet', data: { policies, seed: 'bench' } });
  return room;
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const median = (rounds: number, work: () => unknown): number => quantile(Array.from({ length: rounds }, () => timed(work)), 0.5);

/** One more hand, from its event to the new list with every reason and estimate. */
function oneMore(room: Room): number {
  return quantile(Array.from({ length: 21 }, () => {
    const participantId = randomUUID() as ParticipantId;
    const event = { type: 'FloorRequested', data: { entryId: randomUUID() as EntryId, participantId }, words: null, seq: 0, at: room.lastAt, by: participantId } as const;
    return timed(() => {
      apply(room, event);
      const served = serviceOrder(room);
      estimates(room, room.lastAt, served.map(({ entry }) => entry));
    });
  }), 0.5);
}

const randomAct = (next: () => number): Act => ({
  who: next() % 2 === 0 ? 'mod' : pick(cast, next() >>> 8), verb: pick(floorVerbs, next() >>> 8), pick: (next() >>> 8) % 10, afterMs: pick([0, 1, 900, 5_000, 31_000, 61_000], next() >>> 8),
});

/** Histories in which some turn took, with its pauses, interruptions and interpreters, another time than the clock on the wall. */
function unconserved(until: number, next: () => number): { histories: number; broken: number } {
  let [histories, broken] = [0, 0];
  for (; histories < 100_000 && performance.now() < until; histories += 1) {
    const { room, log } = run(Array.from({ length: historyLength }, () => randomAct(next)));
    if (room.floor.past.some((past) => past.tookMs + silentMs(log, past.turn) !== past.endedAt - past.startedAt)) broken += 1;
  }
  return { histories, broken };
}

const options = benchOptions(120);
const until = performance.now() + options.seconds * 900;
const room = crowdedRoom();
serviceOrder(room);
const orderMs = median(21, () => serviceOrder(room));
const estimatesMs = median(11, () => estimates(room, room.lastAt));
const oneMoreMs = oneMore(room);
const next = chance(1);
const history = Array.from({ length: acts }, () => randomAct(next));
const actsMs = timed(() => run(history));
const { histories, broken } = unconserved(until, next);
report('queue', { waiting, orderMs, estimatesMs, oneMoreMs, actsMs, histories, notConserved: broken }, goals, options);
