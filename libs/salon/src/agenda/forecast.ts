import type { DeepReadonly } from '@yaji/kit';
import { queueMs, restMs } from '../floor/queue/estimate.ts';
import type { Room } from '../room/room.ts';
import type { AgendaItem, Topic } from './agenda.ts';

/** [A7] UTC milliseconds at which the programme is planned to end; null where there is none. */
export function plannedEndAt({ agenda }: DeepReadonly<Room>): number | null {
  const ends = agenda.items.map(({ plannedStartAt, originalMs }) => plannedStartAt + originalMs);
  return ends.length === 0 ? null : Math.max(...ends);
}

/**
 * [A7] When the programme will end if nothing changes: what runs takes as long as planned, and at least until all who wait have spoken; what
 * is still to come takes as long as planned and does not begin before its time. Null when nothing is left.
 */
export function forecastEndAt(room: DeepReadonly<Room>, at: number): number | null {
  const left = room.agenda.items.filter(({ progress }) => progress === 'planned' || progress === 'running');
  if (left.length === 0) return null;
  return left.reduce((end, item) => (item.progress === 'running' ? runningEndAt(room, item, at) : Math.max(end, item.plannedStartAt) + item.plannedMs), at);
}

const begunEnd = ({ startedAt, plannedMs }: DeepReadonly<AgendaItem | Topic>, at: number): number => Math.max(at, (startedAt ?? at) + plannedMs);

function runningEndAt(room: DeepReadonly<Room>, item: DeepReadonly<AgendaItem>, at: number): number {
  const spokenAt = at + restMs(room.floor, at) + queueMs(room);
  const topic = item.topics.find(({ progress }) => progress === 'running');
  if (!topic) return Math.max(begunEnd(item, at), spokenAt);
  const later = item.topics.filter(({ progress }) => progress === 'planned').reduce((sum, { plannedMs }) => sum + plannedMs, 0);
  return Math.max(begunEnd(topic, at), spokenAt) + later;
}
