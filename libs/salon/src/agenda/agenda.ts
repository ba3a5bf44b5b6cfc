import type { ItemId, ItemKind, LocalText, ParticipantId, TopicId } from '@yaji/contracts';

export type Progress = 'planned' | 'running' | 'finished' | 'skipped';
/** `limitMs`: the turns' limit by an accepted proposal; null: the room's. */
export type Topic = { topicId: TopicId; title: LocalText; plannedMs: number; progress: Progress; startedAt: number | null; endedAt: number | null; limitMs: number | null };
/** `originalMs`: as the programme had it, before anything was shortened. */
export type AgendaItem = {
  itemId: ItemId; kind: ItemKind; title: LocalText; plannedStartAt: number; plannedMs: number; originalMs: number; speakers: ParticipantId[];
  topics: Topic[]; progress: Progress; startedAt: number | null; endedAt: number | null; limitMs: number | null;
};
/** Items in the order of the programme; at most one item, and one topic of it, is running. */
export type Agenda = { items: AgendaItem[]; runningItem: ItemId | null; runningTopic: TopicId | null };

export const emptyAgenda = (): Agenda => ({ items: [], runningItem: null, runningTopic: null });
