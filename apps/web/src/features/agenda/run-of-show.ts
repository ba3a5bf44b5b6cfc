import type { ItemId, ItemKind, LocalText, TopicId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { type AgendaItem, forecastEndAt, plannedEndAt, type Progress, type Topic } from '@yaji/salon';
import { pendingOf } from '../../live/pending.ts';
import type { RoomView } from '../../live/room-view.ts';

/**
 * Planned against actual. `tookMs`: so far, or in all; `overMs`: beyond what was planned, 0 when within; `limitMs`: of its turns, where a
 * proposal was accepted.
 */
type Measured = { progress: Progress; plannedMs: number; limitMs: number | null; startedAt: number | null; tookMs: number | null; overMs: number };
export type TopicRow = Measured & { topicId: TopicId; title: DeepReadonly<LocalText> };
/** `originalMs`: as the programme had it, where it was shortened. */
export type ItemRow = Measured & { originalMs: number | null; itemId: ItemId; kind: ItemKind; title: DeepReadonly<LocalText>; plannedStartAt: number; topics: TopicRow[]; busy: boolean };
export type RunOfShow = { items: ItemRow[]; plannedEndAt: number | null; expectedEndAt: number | null };

export function runOfShow({ room, now, pending }: RoomView): RunOfShow {
  const { items } = room.agenda;
  return {
    items: items.map((item) => ({
      itemId: item.itemId, kind: item.kind, title: item.title, plannedStartAt: item.plannedStartAt, ...measured(item, now),
      originalMs: item.originalMs === item.plannedMs ? null : item.originalMs,
      topics: item.topics.map((topic) => ({ topicId: topic.topicId, title: topic.title, ...measured(topic, now) })),
      busy: (['agenda.startItem', 'agenda.finishItem', 'agenda.skipItem'] as const).some((type) => pendingOf(pending, type, ({ itemId }) => itemId === item.itemId)),
    })),
    plannedEndAt: plannedEndAt(room), expectedEndAt: forecastEndAt(room, now),
  };
}

function measured({ progress, plannedMs, limitMs, startedAt, endedAt }: DeepReadonly<AgendaItem | Topic>, now: number): Measured {
  const tookMs = startedAt === null ? null : (endedAt ?? now) - startedAt;
  return { progress, plannedMs, limitMs, startedAt, tookMs, overMs: Math.max(0, (tookMs ?? 0) - plannedMs) };
}
