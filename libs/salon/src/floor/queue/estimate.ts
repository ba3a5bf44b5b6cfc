import type { EntryId, Lane } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../../room/room.ts';
import type { Floor } from '../floor.ts';
import { remainingMs } from '../time/clock.ts';
import { limitMs } from '../time/limit.ts';
import { isContribution } from './lanes.ts';
import { entriesInOrder } from './order.ts';

/** So many of the latest turns tell how long turns are in a room. */
const sample = 8;
/** What is not a contribution is short, until this room has shown how short. Milliseconds. */
const shortMs = 60_000;

/** When a turn may start, in milliseconds from now. */
export type Estimate = { fromMs: number; toMs: number };
type Length = { usualMs: number; mostMs: number };

/** How long turns of a kind have been lately in this room, milliseconds; null: there were none. */
function latelyMs({ past }: DeepReadonly<Floor>, contributes: boolean): number | null {
  const latest = past.filter((turn) => isContribution(turn.lane) === contributes).slice(-sample);
  return latest.length > 0 ? mean(latest.map(({ tookMs }) => tookMs)) : null;
}

const mean = (lengths: readonly number[]): number => lengths.reduce((sum, length) => sum + length, 0) / lengths.length;

/** How long contributions have been lately in this room, whole milliseconds; null: there were none. */
export const contributionMs = ({ floor }: DeepReadonly<Room>): number | null => {
  const lately = latelyMs(floor, true);
  return lately === null ? null : Math.round(lately);
};

/** The same of the salon's other rooms. */
function elsewhereMs({ elsewhere }: DeepReadonly<Floor>): number | null {
  const known = Object.values(elsewhere).flatMap(({ turnMs }) => (turnMs === null ? [] : [turnMs]));
  return known.length > 0 ? mean(known) : null;
}

/** How long turns of a kind have been lately, and how long the next may be. An interpreter takes as long again. */
function lengthOf(room: DeepReadonly<Room>, lane: Lane): Length {
  const { floor } = room;
  const contributes = isContribution(lane);
  const factor = contributes && room.rules.interpretation === 'consecutive' ? 2 : 1;
  const limit = contributes ? limitMs(room) : Math.min(shortMs, limitMs(room));
  const usual = latelyMs(floor, contributes) ?? (contributes ? elsewhereMs(floor) : null) ?? limit;
  return { usualMs: factor * Math.min(usual, limit), mostMs: factor * Math.max(usual, limit) };
}

/** What is left of the turns under way, the interrupted ones included. */
export const restMs = ({ current, interrupted }: DeepReadonly<Floor>, at: number): number =>
  [...interrupted, ...(current ? [current] : [])].reduce((sum, { clock, interpretation }) => {
    const interpreter = interpretation ? Math.max(0, remainingMs(interpretation.clock, at)) : 0;
    return sum + Math.max(0, remainingMs(clock, at)) + interpreter;
  }, 0);

/**
 * [F18] When each waiting entry's turn may start, from `at`: at the earliest if the speaker stops now and the turns ahead are as short as
 * they have been, at the latest if everybody uses what they have. Who is not here is passed over. By a draw one may be first or last.
 * `list`: who waits as they are served, for a caller that has it already.
 */
export function estimates(room: DeepReadonly<Room>, at: number, list = entriesInOrder(room)): Map<EntryId, Estimate> {
  const { floor, members } = room;
  const lengths = { contribution: lengthOf(room, 'normal'), short: lengthOf(room, 'interposed') };
  const of = (lane: Lane): Length => (isContribution(lane) ? lengths.contribution : lengths.short);
  const listed = floor.mode === 'playlist' ? floor.playlist.length : 0;
  const before: Estimate = { fromMs: listed * lengths.contribution.usualMs, toMs: restMs(floor, at) + listed * lengths.contribution.mostMs };
  const allMs = list.reduce((sum, { lane }) => sum + of(lane).mostMs, before.toMs);
  let ahead: Estimate = { fromMs: 0, toMs: restMs(floor, at) };
  let isListed = false;
  return new Map(list.map(({ entryId, participantId, lane }) => {
    if (lane === 'normal' && !isListed) {
      ahead = { fromMs: ahead.fromMs + before.fromMs, toMs: ahead.toMs + before.toMs - restMs(floor, at) };
      isListed = true;
    }
    const drawn = floor.mode === 'draw' && lane === 'normal';
    const estimate = drawn ? { fromMs: 0, toMs: Math.round(allMs - of(lane).mostMs) } : { fromMs: Math.round(ahead.fromMs), toMs: Math.round(ahead.toMs) };
    if (members[participantId]?.place) ahead = { fromMs: ahead.fromMs + of(lane).usualMs, toMs: ahead.toMs + of(lane).mostMs };
    return [entryId, estimate] as const;
  }));
}

/** How long all who wait will take, if turns stay as they are. Milliseconds. */
export const queueMs = (room: DeepReadonly<Room>): number => {
  const lengths = { contribution: lengthOf(room, 'normal'), short: lengthOf(room, 'interposed') };
  return room.floor.queue.filter(({ participantId }) => room.members[participantId]?.place)
    .reduce((sum, { lane }) => sum + (isContribution(lane) ? lengths.contribution : lengths.short).usualMs, 0);
};

/** The usual length of a contribution now, milliseconds. */
export const usualMs = (room: DeepReadonly<Room>): number => lengthOf(room, 'normal').usualMs;
