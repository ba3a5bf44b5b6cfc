import { z } from 'zod';
import { EntryId, ParticipantId, QuestionId, TopicId, TurnNumber } from './ids.ts';
import { command, event, eventWithWords } from './shape.ts';
import { text } from './text.ts';

const one = { questionId: QuestionId };
const asker = { askedBy: ParticipantId.nullable(), anonymous: z.boolean() };
/** The topic that was discussed when it was asked. */
const topicId = TopicId.nullable().optional();

export const questionCommands = {
  'question.ask': command('question.ask', { text: text(1_000), anonymous: z.boolean() }),
  'question.edit': command('question.edit', { ...one, text: text(1_000) }),
  'question.approve': command('question.approve', one),
  'question.decline': command('question.decline', { ...one, reason: text(300) }),
  'question.upvote': command('question.upvote', one),
  /** Puts it before the room: on the display and on top of the list; `questionId` null: takes away what is there. */
  'question.pin': command('question.pin', { questionId: QuestionId.nullable() }),
  /** The same was asked before: its votes go to the question `into`. */
  'question.merge': command('question.merge', { ...one, into: QuestionId }),
  /** Puts the asker on the list of speakers. */
  'question.letSpeak': command('question.letSpeak', one),
  /** `text` null: it was answered aloud. */
  'question.answer': command('question.answer', { ...one, text: text(2_000).nullable() }),
  /** It will be answered after the salon. */
  'question.defer': command('question.defer', one),
  'question.done': command('question.done', one),
  'question.reopen': command('question.reopen', one),
};

export const questionEvents = {
  QuestionAsked: eventWithWords('QuestionAsked', { ...one, ...asker, topicId }, { text: z.string() }),
  /** `unread`: it was not approved yet, and nobody but its asker and the moderators knows it. */
  QuestionEdited: eventWithWords('QuestionEdited', { ...one, ...asker, unread: z.boolean() }, { text: z.string() }),
  /** Carries the text again: nobody but the moderators and the asker has seen it before. */
  QuestionApproved: eventWithWords('QuestionApproved', { ...one, ...asker, askedAt: z.int(), topicId }, { text: z.string() }),
  QuestionDeclined: eventWithWords('QuestionDeclined', { ...one, ...asker }, { reason: z.string() }),
  /** `votedBy` is told to the voter alone. */
  QuestionUpvoted: event('QuestionUpvoted', { ...one, votedBy: ParticipantId.nullable() }),
  QuestionPinned: event('QuestionPinned', { questionId: QuestionId.nullable() }),
  /** `voters`: who stands behind `into` from now on; each reads only himself here. `votes`: how many they are in all. */
  QuestionMerged: event('QuestionMerged', { ...one, ...asker, into: QuestionId, voters: z.array(ParticipantId), votes: z.int().min(0) }),
  QuestionLetSpeak: event('QuestionLetSpeak', { ...one, entryId: EntryId }),
  /** `turn`: whose turn it was when it was answered. */
  QuestionAnswered: eventWithWords('QuestionAnswered', { ...one, how: z.enum(['live', 'written']), turn: TurnNumber.nullable().optional() }, { text: z.string().nullable() }),
  QuestionDeferred: event('QuestionDeferred', one),
  QuestionDone: event('QuestionDone', one),
  QuestionReopened: event('QuestionReopened', one),
};
