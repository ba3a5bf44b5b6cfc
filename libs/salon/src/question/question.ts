import type { ParticipantId, QuestionId } from '@yaji/contracts';

export type Question = {
  questionId: QuestionId;
  /** Null when erased. */
  text: string | null;
  /** Null for everybody but the asker when the question is anonymous. */
  askedBy: ParticipantId | null;
  anonymous: boolean;
  askedAt: number;
  status: 'pending' | 'approved' | 'declined' | 'answered' | 'done';
  declineReason: string | null;
  votes: number;
  /** Those who voted; a viewer sees only himself here. */
  voters: ParticipantId[];
  answer: { how: 'live' | 'written'; text: string | null; at: number; by: ParticipantId | null } | null;
};
