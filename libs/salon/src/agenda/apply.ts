import type { EventOf, PlannedItem, Stamped } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import type { Agenda, AgendaItem, Progress } from './agenda.ts';

const untouched = { progress: 'planned' as const, startedAt: null, endedAt: null, limitMs: null };

export const planned = (item: DeepReadonly<PlannedItem>): AgendaItem => ({
  ...item, originalMs: item.plannedMs, title: { ...item.title }, speakers: [...item.speakers], ...untouched,
  topics: item.topics.map((topic) => ({ ...topic, title: { ...topic.title }, ...untouched })),
});

type AgendaEvent = EventOf<'ItemStarted' | 'ItemFinished' | 'ItemSkipped' | 'TopicStarted' | 'TopicFinished' | 'TopicSkipped'>;

/** [A9] The changed agenda is what the list, the limits and every estimate are computed from. */
export function applyProposal({ agenda, floor }: Pick<Room, 'agenda' | 'floor'>, { data: { proposal } }: EventOf<'TimeBankAccepted'>): void {
  if (proposal.kind === 'close-list') {
    floor.list = 'closed';
    return;
  }
  const item = agenda.items.find(({ itemId }) => itemId === proposal.itemId);
  if (!item) return;
  if (proposal.kind === 'shorter-item') item.plannedMs = proposal.plannedMs;
  else (item.topics.find(({ topicId }) => topicId === proposal.topicId) ?? item).limitMs = proposal.limitMs;
}

export function applyAgenda(agenda: Agenda, event: AgendaEvent & Stamped): void {
  const item = agenda.items.find(({ itemId }) => itemId === event.data.itemId);
  if (!item) return;
  switch (event.type) {
    case 'ItemStarted': mark(item, 'running', event.at); agenda.runningItem = item.itemId; agenda.runningTopic = null; return;
    case 'ItemSkipped': mark(item, 'skipped', event.at); skipRest(item, event.at); return;
    case 'ItemFinished':
      mark(item, 'finished', event.at);
      skipRest(item, event.at);
      if (agenda.runningItem === item.itemId) Object.assign(agenda, { runningItem: null, runningTopic: null });
      return;
    default: applyTopic(agenda, item, event);
  }
}

function applyTopic(agenda: Agenda, item: AgendaItem, event: EventOf<'TopicStarted' | 'TopicFinished' | 'TopicSkipped'> & Stamped): void {
  const topic = item.topics.find(({ topicId }) => topicId === event.data.topicId);
  if (!topic) return;
  if (event.type === 'TopicStarted') {
    mark(topic, 'running', event.at);
    agenda.runningTopic = topic.topicId;
    return;
  }
  mark(topic, event.type === 'TopicFinished' ? 'finished' : 'skipped', event.at);
  if (agenda.runningTopic === topic.topicId && agenda.runningItem === item.itemId) agenda.runningTopic = null;
}

type Timed = { progress: Progress; startedAt: number | null; endedAt: number | null };

function mark(part: Timed, progress: Progress, at: number): void {
  part.progress = progress;
  if (progress === 'running') part.startedAt = at;
  else part.endedAt = at;
}

/** [A4] */
function skipRest(item: AgendaItem, at: number): void {
  for (const topic of item.topics) if (topic.progress === 'planned') mark(topic, 'skipped', at);
}
