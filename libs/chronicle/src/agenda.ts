import type { ItemId, ItemKind, LocalText, TopicId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { AgendaItem, Progress, Room } from '@yaji/salon';
import { plateOf, type Plate } from './plate.ts';
import { type Log, replay } from './replay.ts';

/** Planned against actual. UTC milliseconds; `tookMs` of something that still runs counts to the last event. */
type Course = { plannedMs: number; progress: Progress; startedAt: number | null; endedAt: number | null; tookMs: number | null };
export type TopicRecord = Course & { topicId: TopicId; title: LocalText };
export type ItemRecord = Course & {
  itemId: ItemId; kind: ItemKind; title: LocalText; plannedStartAt: number; speakers: Plate[]; topics: TopicRecord[];
};

type Timed = { plannedMs: number; progress: Progress; startedAt: number | null; endedAt: number | null };

const course = ({ plannedMs, progress, startedAt, endedAt }: DeepReadonly<Timed>, lastAt: number): Course => ({
  plannedMs, progress, startedAt, endedAt, tookMs: startedAt === null ? null : (endedAt ?? lastAt) - startedAt,
});

const itemRecord = (room: DeepReadonly<Room>, item: DeepReadonly<AgendaItem>): ItemRecord => ({
  ...course({ ...item, plannedMs: item.originalMs }, room.lastAt),
  itemId: item.itemId,
  kind: item.kind,
  title: { ...item.title },
  plannedStartAt: item.plannedStartAt,
  speakers: item.speakers.map((speaker) => plateOf(room, speaker)),
  topics: item.topics.map((topic) => ({ ...course(topic, room.lastAt), topicId: topic.topicId, title: { ...topic.title } })),
});

export const agendaIn = (room: DeepReadonly<Room>): ItemRecord[] => room.agenda.items.map((item) => itemRecord(room, item));

/** The agenda in the order of the programme, with what became of each item and topic. */
export const agendaOf = (log: Log): ItemRecord[] => agendaIn(replay(log));
