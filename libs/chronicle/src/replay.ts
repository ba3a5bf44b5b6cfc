import type { ItemId, Recorded, TopicId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { apply, emptyRoom, type Room } from '@yaji/salon';

export type Log = readonly Recorded[];

/** A time in which nothing changed that a recording shows. UTC milliseconds; never empty. */
export type Stretch = {
  fromAt: number;
  toAt: number;
  /** Who has the floor, or had it paused; null: nobody, or a turn that was undone. */
  turn: number | null;
  /** False while the turn is paused. */
  heard: boolean;
  itemId: ItemId | null;
  topicId: TopicId | null;
  recorded: boolean;
};

/** The room after the last record. */
export function replay(log: Log): DeepReadonly<Room> {
  const room = emptyRoom();
  for (const record of log) apply(room, record);
  return room;
}

const stretch = (room: DeepReadonly<Room>, fromAt: number, toAt: number): Stretch => ({
  fromAt,
  toAt,
  turn: room.floor.current?.turn ?? null,
  heard: room.floor.current !== null && room.floor.current.clock.runningSince !== null,
  itemId: room.agenda.runningItem,
  topicId: room.agenda.runningTopic,
  recorded: room.phase === 'open' && room.recording.running,
});

/** The room's time from its first event to its last, cut wherever something changed: no overlap, no hole. */
export function stretchesOf(log: Log): Stretch[] {
  const room = emptyRoom();
  const undone = new Set<number>();
  const stretches: Stretch[] = [];
  let at = log[0]?.at ?? 0;
  for (const record of log) {
    if (record.at > at) stretches.push(stretch(room, at, record.at));
    at = Math.max(at, record.at);
    if (record.type === 'TurnUndone') undone.add(record.data.turn);
    apply(room, record);
  }
  return stretches.map((one) => (one.turn !== null && undone.has(one.turn) ? { ...one, turn: null, heard: false } : one));
}
