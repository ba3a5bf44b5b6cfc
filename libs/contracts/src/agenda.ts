import { z } from 'zod';
import { ItemId, LimitMs, ParticipantId, TopicId } from './ids.ts';
import { command, event } from './shape.ts';
import { localText } from './text.ts';

export const ItemKind = z.enum(['address', 'keynote', 'roundtable', 'discussion', 'motion', 'award', 'break', 'other']);
export type ItemKind = z.infer<typeof ItemKind>;

export const PlannedTopic = z.strictObject({ topicId: TopicId, title: localText(300), plannedMs: z.int().min(0) });
export const PlannedItem = z.strictObject({
  itemId: ItemId,
  kind: ItemKind,
  title: localText(300),
  /** UTC milliseconds. */
  plannedStartAt: z.int(),
  plannedMs: z.int().min(0),
  speakers: z.array(ParticipantId).max(200),
  topics: z.array(PlannedTopic).max(20),
});
export type PlannedItem = z.infer<typeof PlannedItem>;

const item = { itemId: ItemId };
const topic = { itemId: ItemId, topicId: TopicId };

/** What wins time when the room runs late: shorter turns for the rest of this item or topic, a shorter (0: no) later item, no more hands. */
export const Proposal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shorter-turns'), itemId: ItemId, topicId: TopicId.nullable(), limitMs: LimitMs }),
  z.strictObject({ kind: z.literal('shorter-item'), itemId: ItemId, plannedMs: z.int().min(0) }),
  z.strictObject({ kind: z.literal('close-list') }),
]);
export type Proposal = z.infer<typeof Proposal>;

export const agendaCommands = {
  'agenda.startItem': command('agenda.startItem', item),
  'agenda.finishItem': command('agenda.finishItem', item),
  'agenda.skipItem': command('agenda.skipItem', item),
  'agenda.startTopic': command('agenda.startTopic', topic),
  'agenda.finishTopic': command('agenda.finishTopic', topic),
  'agenda.skipTopic': command('agenda.skipTopic', topic),
  /** Takes up a proposal of the time bank, as it stands now. */
  'agenda.accept': command('agenda.accept', { proposal: Proposal }),
};

export const agendaEvents = {
  ItemStarted: event('ItemStarted', item),
  ItemFinished: event('ItemFinished', item),
  ItemSkipped: event('ItemSkipped', item),
  TopicStarted: event('TopicStarted', topic),
  TopicFinished: event('TopicFinished', topic),
  TopicSkipped: event('TopicSkipped', topic),
  TimeBankAccepted: event('TimeBankAccepted', { proposal: Proposal, winsMs: z.int().min(0) }),
};
