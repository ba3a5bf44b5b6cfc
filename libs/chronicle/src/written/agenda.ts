import type { ItemRecord, TopicRecord } from '../agenda.ts';
import { heading, table } from '../document/blocks.ts';
import type { Block } from '../document/document.ts';
import type { Minutes } from '../minutes.ts';
import { lengthOf } from './moment.ts';
import { NOTHING, type Writing } from './writing.ts';

/** Planned against actual; left out where nothing was planned. */
export function agendaTable({ agenda: items }: Minutes, w: Writing): Block[] {
  if (items.length === 0) return [];
  const { say, text, name, clock } = w;
  const course = (part: ItemRecord | TopicRecord, plannedAt: number | null): string[] => [
    plannedAt === null ? lengthOf(part.plannedMs) : `${clock(plannedAt)}${say.comma}${lengthOf(part.plannedMs)}`,
    clock(part.startedAt), clock(part.progress === 'skipped' ? null : part.endedAt),
    part.tookMs === null ? NOTHING : lengthOf(part.tookMs), say.progress[part.progress],
  ];
  const rows = items.flatMap((item, index) => [
    [`${index + 1}`, text(item.title), item.speakers.map(name).join(say.list) || NOTHING, ...course(item, item.plannedStartAt)],
    ...item.topics.map((topic, place) => [`${index + 1}.${place + 1}`, text(topic.title), NOTHING, ...course(topic, null)]),
  ]);
  return [heading(1, say.agenda), ...table([say.number, say.item, say.speakers, say.planned, say.started, say.ended, say.took, say.state], rows, [3, 4, 5, 6])];
}
