import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../../room/room.ts';

/** [F39] The limit of a turn that begins now, milliseconds: an accepted proposal's for the running topic or item, else the room's. */
export function limitMs({ agenda, rules }: DeepReadonly<Room>): number {
  const item = agenda.items.find(({ itemId }) => itemId === agenda.runningItem);
  const topic = item?.topics.find(({ topicId }) => topicId === agenda.runningTopic);
  return topic?.limitMs ?? item?.limitMs ?? rules.turnLimitMs;
}
