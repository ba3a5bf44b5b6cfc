import type { ItemKind, LocalText } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { RoomView } from '../../live/room-view.ts';

/** What is being talked about. `topic` null while an item has none running; `leftMs` of the topic, or of the item; negative when overrun. */
export type TopicLine = {
  kind: ItemKind; item: DeepReadonly<LocalText>;
  topic: { title: DeepReadonly<LocalText>; index: number; of: number } | null;
  leftMs: number;
};

export function runningTopic({ room, now }: RoomView): TopicLine | null {
  const { items, runningItem, runningTopic: topicId } = room.agenda;
  const item = items.find(({ itemId }) => itemId === runningItem);
  if (!item) return null;
  const index = item.topics.findIndex((one) => one.topicId === topicId);
  const topic = item.topics[index];
  const timed = topic ?? item;
  return {
    kind: item.kind, item: item.title,
    topic: topic ? { title: topic.title, index: index + 1, of: item.topics.length } : null,
    leftMs: timed.plannedMs - (timed.startedAt === null ? 0 : now - timed.startedAt),
  };
}
