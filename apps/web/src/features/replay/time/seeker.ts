import type { Told } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { apply, emptyRoom, type Room } from '@yaji/salon';

/** The room after event `seq`. A new object whenever the room is another; the room inside is changed in place by its one owner, the seeker. */
export type Held = { seq: number; room: DeepReadonly<Room> };
export type Seeker = {
  /** The room as it was at this instant (UTC milliseconds). What was answered before is no longer true after another call. */
  at: (instant: number) => Held;
  /** The room when all was over: a copy that stays. */
  end: DeepReadonly<Room>;
};

/** So many events lie between two kept states: no jump applies more. */
export const keepEvery = 250;

/**
 * Seeks in a log: what is played forward is applied event by event; a jump starts from the nearest state that was kept. `step` moves a room
 * by one event.
 */
export function createSeeker(events: readonly Told[], step: typeof apply = apply): Seeker {
  const { kept, end } = keptStates(events, step);
  let room = emptyRoom();
  let read = 0;
  let held: Held = { seq: 0, room };
  const goTo = (count: number): void => {
    const nearest = Math.floor(count / keepEvery);
    if (count < read || count - read > keepEvery) {
      room = JSON.parse(kept[nearest] ?? '') as Room;
      read = nearest * keepEvery;
    }
    for (const event of events.slice(read, count)) step(room, event);
    read = count;
    held = { seq: events[count - 1]?.seq ?? 0, room };
  };
  return {
    at: (instant) => {
      const count = countUntil(events, instant);
      if (count !== read) goTo(count);
      return held;
    },
    end,
  };
}

/** A state every so many events, as JSON: a room is plain data that survives it. */
function keptStates(events: readonly Told[], step: typeof apply): { kept: string[]; end: Room } {
  const room = emptyRoom();
  const kept: string[] = [];
  events.forEach((event, n) => {
    if (n % keepEvery === 0) kept.push(JSON.stringify(room));
    step(room, event);
  });
  if (events.length % keepEvery === 0) kept.push(JSON.stringify(room));
  return { kept, end: room };
}

/** How many events had happened by then. Their times never run back. */
function countUntil(events: readonly Told[], instant: number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.at ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
