import { z } from 'zod';
import { ParticipantId, QuestionId } from './ids.ts';
import { command, event, eventWithWords } from './shape.ts';
import { text } from './text.ts';

const one = { questionId: QuestionId };
const asker = { askedBy: ParticipantId.nullable(), anonymous: z.boolean() };

export const questionCommands = {
  'question.ask': command('question.ask', { text: text(1_000), anonymous: z.boolean() }),
  'question.approve': command('question.approve', one),
  'question.decline': command('question.decline', { ...one, reason: text(300) }),
  'question.upvote': command('question.upvote', one),
  /** `text` null: it was answered aloud. */
  'question.answer': command('question.answer', { ...one, text: text(2_000).nullable() }),
  'question.done': command('question.done', one),
};

export const questionEvents = {
  QuestionAsked: eventWithWords('QuestionAsked', { ...one, ...asker }, { text: z.string() }),
  /** Carries the text again: nobody but the moderators and the asker has seen it before. */
  QuestionApproved: eventWithWords('QuestionApproved', { ...one, ...asker, askedAt: z.int() }, { text: z.string() }),
  QuestionDeclined: eventWithWords('QuestionDeclined', { ...one, ...asker }, { reason: z.string() }),
  /** `votedBy` is told to the voter alone. */
  QuestionUpvoted: event('QuestionUpvoted', { ...one, votedBy: ParticipantId.nullable() }),
  QuestionAnswered: eventWithWords('QuestionAnswered', { ...one, how: z.enum(['live', 'written']) }, { text: z.string().nullable() }),
  QuestionDone: event('QuestionDone', one),
};
