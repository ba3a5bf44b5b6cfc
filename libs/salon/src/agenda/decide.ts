import type { Command, ItemId, Proposal, RoomEvent, TopicId } from '@yaji/contracts';
import { assertNever, type DeepReadonly } from '@yaji/kit';
import type { Room } from '../room/room.ts';
import { accept, refuse, type Verdict } from '../verdict.ts';
import type { Agenda, AgendaItem, Progress, Topic } from './agenda.ts';
import { offerOf } from './time-bank.ts';

export type AgendaCommand = Extract<Command, { type: `agenda.${string}` }>;

export function decideAgenda(room: DeepReadonly<Room>, command: AgendaCommand, at: number): Verdict {
  if (command.type === 'agenda.accept') return acceptProposal(room, command.data.proposal, at);
  const item = room.agenda.items.find(({ itemId }) => itemId === command.data.itemId);
  if (!item) return refuse('agenda/unknown-item');
  if (command.type === 'agenda.startItem' || command.type === 'agenda.finishItem' || command.type === 'agenda.skipItem') return decideItem(room, command, item);
  const topic = item.topics.find(({ topicId }) => topicId === command.data.topicId);
  if (!topic) return refuse('agenda/unknown-topic');
  return decideTopic(room, command, { item, topic });
}

function decideItem(room: DeepReadonly<Room>, { type }: Extract<AgendaCommand, { type: `${string}Item` }>, item: DeepReadonly<AgendaItem>): Verdict {
  const { itemId } = item;
  switch (type) {
    case 'agenda.startItem': return item.progress === 'planned' ? accept(...startItem(room, itemId)) : refuse(notPlanned(item.progress));
    case 'agenda.finishItem': return item.progress === 'running' ? accept(...finishRunning(room.agenda)) : refuse('agenda/not-running');
    case 'agenda.skipItem': return item.progress === 'planned' ? accept({ type: 'ItemSkipped', data: { itemId } }) : refuse(notPlanned(item.progress));
    default: return assertNever(type);
  }
}

type Place = { item: DeepReadonly<AgendaItem>; topic: DeepReadonly<Topic> };

function decideTopic(room: DeepReadonly<Room>, { type }: Extract<AgendaCommand, { type: `${string}Topic` }>, { item, topic }: Place): Verdict {
  const data = { itemId: item.itemId, topicId: topic.topicId };
  switch (type) {
    case 'agenda.startTopic': {
      if (topic.progress !== 'planned') return refuse(notPlanned(topic.progress));
      if (item.progress !== 'planned' && item.progress !== 'running') return refuse('agenda/already-over');
      const before = item.progress === 'planned' ? startItem(room, item.itemId) : finishTopic(item.itemId, room.agenda.runningTopic);
      return accept(...before, { type: 'TopicStarted', data });
    }
    case 'agenda.finishTopic': return topic.progress === 'running' ? accept({ type: 'TopicFinished', data }) : refuse('agenda/not-running');
    case 'agenda.skipTopic': return topic.progress === 'planned' ? accept({ type: 'TopicSkipped', data }) : refuse(notPlanned(topic.progress));
    default: return assertNever(type);
  }
}

const notPlanned = (progress: Progress) => (progress === 'running' ? 'agenda/already-started' : 'agenda/already-over');

/** [A1] [REC1] */
function startItem(room: DeepReadonly<Room>, itemId: ItemId): RoomEvent[] {
  const first = room.rules.recording === 'automatic' && room.recording.pieces.length === 0;
  const recording: RoomEvent[] = first ? [{ type: 'RecordingStarted', data: {} }] : [];
  return [...finishRunning(room.agenda), ...recording, { type: 'ItemStarted', data: { itemId } }];
}

const finishTopic = (itemId: ItemId, topicId: TopicId | null): RoomEvent[] => (topicId === null ? [] : [{ type: 'TopicFinished', data: { itemId, topicId } }]);

/** [A4] What has to be finished so that nothing runs. */
export function finishRunning({ runningItem, runningTopic }: DeepReadonly<Agenda>): RoomEvent[] {
  if (runningItem === null) return [];
  return [...finishTopic(runningItem, runningTopic), { type: 'ItemFinished', data: { itemId: runningItem } }];
}

/** [A9] One act changes agenda, limits and estimates. What is no longer proposed is refused; a figure that has moved since is taken as it was shown. */
function acceptProposal(room: DeepReadonly<Room>, proposal: Proposal, at: number): Verdict {
  const offer = offerOf(room, proposal, at);
  return offer ? accept({ type: 'TimeBankAccepted', data: { proposal, winsMs: offer.winsMs } }) : refuse('agenda/stale-proposal');
}
