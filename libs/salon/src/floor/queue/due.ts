import type { ParticipantId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../../room/room.ts';
import { limitMs } from '../time/limit.ts';
import { estimates, restMs, usualMs, type Estimate } from './estimate.ts';

/** Whoever is due later than this is not warned: much changes until then. */
const soonMs = 600_000;

/** When each person may have the floor of this room, milliseconds from `at`: from the earliest start to the latest end. Not of the open floor. */
export function dueIn(room: DeepReadonly<Room>, at: number): Map<ParticipantId, Estimate> {
  const { floor } = room;
  const due = new Map<ParticipantId, Estimate>();
  if (room.phase !== 'open' || floor.mode === 'open') return due;
  const say = (who: ParticipantId, when: Estimate): void => { if (!due.has(who)) due.set(who, when); };
  const rest = restMs(floor, at);
  for (const turn of [floor.current, ...floor.interrupted]) if (turn) say(turn.participantId, { fromMs: 0, toMs: rest });
  const [usual, limit] = [usualMs(room), limitMs(room)];
  const listed = floor.mode === 'playlist' ? floor.playlist : [];
  listed.forEach((who, place) => { say(who, { fromMs: place * usual, toMs: rest + (place + 1) * limit }); });
  const when = estimates(room, at);
  for (const { entryId, participantId } of floor.queue) {
    const start = when.get(entryId);
    if (start) say(participantId, { fromMs: start.fromMs, toMs: start.toMs + limit });
  }
  return due;
}

/** [F45] Who may have the floor in both rooms at one time soon, and when in the other. */
export function dueInBoth(room: DeepReadonly<Room>, other: DeepReadonly<Room>, at: number): Map<ParticipantId, Estimate> {
  const there = dueIn(other, at);
  const both = [...dueIn(room, at)].flatMap(([who, here]): [ParticipantId, Estimate][] => {
    const when = there.get(who);
    return when && isSoon(here) && isSoon(when) && overlap(here, when) ? [[who, when]] : [];
  });
  return new Map(both);
}

const isSoon = ({ fromMs }: Estimate): boolean => fromMs < soonMs;
const overlap = (one: Estimate, other: Estimate): boolean => one.fromMs < other.toMs && other.fromMs < one.toMs;
