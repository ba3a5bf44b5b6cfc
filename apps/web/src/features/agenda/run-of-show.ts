import type { ItemId, ItemKind, LocalText, TopicId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { AgendaItem, Progress, Topic } from '@yaji/salon';
import { pendingOf } from '../../live/pending.ts';
import type { RoomView } from '../../live/room-view.ts';

/** Planned against actual. `tookMs`: so far, or in all; `overMs`: beyond what was planned, 0 when within. */
type Measured = { progress: Progress; plannedMs: number; startedAt: number | null; tookMs: number | null; overMs: number };
export type TopicRow = Measured & { topicId: TopicId; title: DeepReadonly<LocalText> };
export type ItemRow = Measured & { itemId: ItemId; kind: ItemKind; title: DeepReadonly<LocalText>; plannedStartAt: number; topics: TopicRow[]; busy: boolean };
export type RunOfShow = { items: ItemRow[]; plannedEndAt: number | null; expectedEndAt: number | null };

export function runOfShow({ room, now, pending }: RoomView): RunOfShow {
  const { items } = room.agenda;
  const last = items.at(-1);
  return {
    items: items.map((item) => ({
      itemId: item.itemId, kind: item.kind, title: item.title, plannedStartAt: item.plannedStartAt, ...measured(item, now),
      topics: item.topics.map((topic) => ({ topicId: topic.topicId, title: topic.title, ...measured(topic, now) })),
      busy: (['agenda.startItem', 'agenda.finishItem', 'agenda.skipItem'] as const).some((type) => pendingOf(pending, type, ({ itemId }) => itemId === item.itemId)),
    })),
    plannedEndAt: last ? last.plannedStartAt + last.plannedMs : null,
    expectedEndAt: expectedEnd(items, now),
  };
}

function measured({ progress, plannedMs, startedAt, endedAt }: DeepReadonly<AgendaItem | Topic>, now: number): Measured {
  const tookMs = startedAt === null ? null : (endedAt ?? now) - startedAt;
  return { progress, plannedMs, startedAt, tookMs, overMs: Math.max(0, (tookMs ?? 0) - plannedMs) };
}

/** If everything still to come takes as long as planned, and nothing begins before its time. Null when nothing is left. */
function expectedEnd(items: readonly DeepReadonly<AgendaItem>[], now: number): number | null {
  const left = items.filter(({ progress }) => progress === 'planned' || progress === 'running');
  if (left.length === 0) return null;
  return left.reduce((at, { progress, startedAt, plannedStartAt, plannedMs }) =>
    (progress === 'running' ? Math.max(at, (startedAt ?? at) + plannedMs) : Math.max(at, plannedStartAt) + plannedMs), now);
}
