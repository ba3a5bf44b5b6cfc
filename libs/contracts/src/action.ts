import { z } from 'zod';
import { ActionId, ItemId, OrganisationId, ParticipantId, TopicId, TurnNumber } from './ids.ts';
import { command, event, eventWithWords } from './shape.ts';
import { text } from './text.ts';

/**
 * What a moderator holds fast while it is agreed. `organisation`: one of those whose people are in the room; `others`: whoever else is to do it, in
 * words; `by`: the last day, an ISO date.
 */
export const ActionMark = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('action'), what: text(500), who: z.array(ParticipantId).max(20).default([]), organisation: OrganisationId.nullable().default(null),
    others: text(200).nullable().default(null), by: z.iso.date().nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('decision'), what: text(500) }),
]);
export type ActionMark = z.infer<typeof ActionMark>;

const one = { actionId: ActionId };
const facts = { ...one, kind: z.enum(['action', 'decision']), who: z.array(ParticipantId), organisation: OrganisationId.nullable(), by: z.iso.date().nullable() };
const words = { what: z.string(), others: z.string().nullable() };

export const actionCommands = {
  'action.mark': command('action.mark', { mark: ActionMark }),
  /** `wording`: the one that its sender has read, counted from 1. */
  'action.reword': command('action.reword', { ...one, wording: z.int().min(1), mark: ActionMark }),
  'action.withdraw': command('action.withdraw', one),
  'action.restore': command('action.restore', one),
};

export const actionEvents = {
  /** `turn`, `itemId`, `topicId`: what ran when it was marked. */
  ActionMarked: eventWithWords('ActionMarked', { ...facts, turn: TurnNumber.nullable(), itemId: ItemId.nullable(), topicId: TopicId.nullable() }, words),
  ActionReworded: eventWithWords('ActionReworded', { ...facts, wording: z.int().min(2) }, words),
  ActionWithdrawn: event('ActionWithdrawn', one),
  ActionRestored: event('ActionRestored', one),
};
