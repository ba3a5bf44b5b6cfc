import type { EntryId, ParticipantId, QuestionId, TopicId } from '@yaji/contracts';

/** A wording that was replaced. `unread`: before the question was approved; only its asker and the moderators see it then. */
export type Edit = { at: number; by: ParticipantId | null; before: string | null; unread: boolean };

/** `turn`: under whose turn; null: under none, or not aloud. */
export type Answer = { how: 'live' | 'written'; text: string | null; at: number; by: ParticipantId | null; turn: number | null };

export type Question = {
  questionId: QuestionId;
  /** Null when erased. */
  text: string | null;
  /** Null for everybody but the asker when the question is anonymous. */
  askedBy: ParticipantId | null;
  anonymous: boolean;
  askedAt: number;
  /** The topic that was discussed when it was asked. */
  topicId: TopicId | null;
  status: 'pending' | 'approved' | 'declined' | 'merged' | 'answered' | 'later' | 'done';
  /** It has been before the room: what was not, is seen by its asker and the moderators alone. */
  approved: boolean;
  declineReason: string | null;
  /** The question that its votes went to. */
  mergedInto: QuestionId | null;
  /** How many were merged into it. */
  tookIn: number;
  edits: Edit[];
  votes: number;
  /** Those who voted; a viewer sees only himself here. */
  voters: ParticipantId[];
  /** The asker's entry in the list of speakers. */
  entryId: EntryId | null;
  answer: Answer | null;
};
