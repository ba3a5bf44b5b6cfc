import type { ActionId, ItemId, OrganisationId, ParticipantId, TopicId } from '@yaji/contracts';

/** An action item or a decision that a moderator marked. A decision has nobody and no day. */
export type Action = {
  actionId: ActionId;
  kind: 'action' | 'decision';
  /** Null when erased. */
  what: string | null;
  who: ParticipantId[];
  organisation: OrganisationId | null;
  /** Whoever else is to do it, in words; null also when erased. */
  others: string | null;
  /** The last day, an ISO date. */
  by: string | null;
  markedAt: number;
  markedBy: ParticipantId | null;
  turn: number | null;
  itemId: ItemId | null;
  topicId: TopicId | null;
  /** Counts its wordings from 1. */
  wording: number;
  withdrawn: boolean;
};
