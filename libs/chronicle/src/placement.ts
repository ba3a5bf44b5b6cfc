import type { ItemId, TopicId } from '@yaji/contracts';
import type { ItemRecord } from './agenda.ts';
import type { TurnRecord } from './floor.ts';
import type { Minutes } from './minutes.ts';
import type { MotionRecord } from './motion.ts';
import type { QuestionRecord } from './question.ts';

/** Where on the agenda something happened; null: outside it, or in no topic of the item. */
export type Placed = { itemId: ItemId | null; topicId: TopicId | null };

const OUTSIDE: Placed = { itemId: null, topicId: null };

/** What was under way at this time. Of two that touch it is the later. */
export function placeAt(agenda: readonly ItemRecord[], at: number): Placed {
  const within = ({ startedAt, endedAt }: Pick<ItemRecord, 'startedAt' | 'endedAt'>): boolean => startedAt !== null && startedAt <= at && (endedAt === null || at < endedAt);
  const item = agenda.findLast(within);
  return item ? { itemId: item.itemId, topicId: item.topics.findLast(within)?.topicId ?? null } : OUTSIDE;
}

/** With the topic that it was asked under, else by its time. */
export function placeOfQuestion(agenda: readonly ItemRecord[], { topicId, askedAt }: QuestionRecord): Placed {
  const item = topicId === null ? undefined : agenda.find(({ topics }) => topics.some((topic) => topic.topicId === topicId));
  return item ? { itemId: item.itemId, topicId } : placeAt(agenda, askedAt);
}

/** Where a motion was dealt with: where it was first voted on, else first debated, else moved. */
export function placeOfMotion({ agenda, turns }: Pick<Minutes, 'agenda' | 'turns'>, { steps, debate, movedAt }: MotionRecord): Placed {
  const [step] = steps;
  if (step) return placeAt(agenda, step.kind === 'vote' ? step.openedAt : step.askedAt);
  const first = turns.find(({ turn }) => turn === debate.contributions[0]?.turn);
  return first ? placeOfTurn(first) : placeAt(agenda, movedAt);
}

export const placeOfTurn = ({ itemId, topicId }: TurnRecord): Placed => ({ itemId, topicId });
