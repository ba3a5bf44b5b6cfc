import { z } from 'zod';
import { ParticipantId, PollId } from './ids.ts';
import { command, event, eventWithWords } from './shape.ts';
import { Key, localText, text } from './text.ts';

export const PollKind = z.enum(['single', 'multiple', 'rating', 'ranking', 'words', 'text']);
export type PollKind = z.infer<typeof PollKind>;

export const PollOption = z.strictObject({ optionId: Key, title: localText(200) });
export type PollOption = z.infer<typeof PollOption>;

/**
 * What is asked. `options`: of `single`, `multiple` and `ranking`. `results`: seen as they come in, or once a moderator publishes them;
 * moderators always see them. `changeable`: one may answer otherwise while it is open.
 */
export const PollPlan = z.strictObject({
  kind: PollKind, title: localText(300), options: z.array(PollOption).max(20).default([]),
  results: z.enum(['live', 'published']).default('published'), changeable: z.boolean().default(true),
});
export type PollPlan = z.infer<typeof PollPlan>;

/** Options in the order of preference where the kind is `ranking`; a text is one's own words. */
export const PollAnswer = z.union([
  z.strictObject({ options: z.array(Key).min(1).max(20) }),
  z.strictObject({ rating: z.int().min(1).max(5) }),
  z.strictObject({ text: text(500) }),
]);
export type PollAnswer = z.infer<typeof PollAnswer>;

/** A poll of the programme, ready when the room opens. */
export const PlannedPoll = z.strictObject({ pollId: PollId, plan: PollPlan });
export type PlannedPoll = z.infer<typeof PlannedPoll>;

const one = { pollId: PollId };

export const pollCommands = {
  'poll.prepare': command('poll.prepare', { plan: PollPlan }),
  'poll.open': command('poll.open', one),
  'poll.answer': command('poll.answer', { ...one, answer: PollAnswer }),
  'poll.close': command('poll.close', one),
  'poll.publish': command('poll.publish', one),
  'poll.discard': command('poll.discard', one),
};

/** How many gave an answer, by what `choiceOf` of @yaji/salon makes of it. */
const counts = z.record(z.string(), z.int().min(1));

export const pollEvents = {
  PollPrepared: event('PollPrepared', { ...one, plan: PollPlan }),
  /** Carries the plan again: nobody but the moderators has seen it before. */
  PollOpened: event('PollOpened', { ...one, plan: PollPlan }),
  /**
   * `choice`: what was chosen, as `choiceOf` writes it; `before`: what the same person had chosen; both null where the answer is words.
   * `shown`: everybody may read it. `answeredBy` is told to the one who answered alone.
   */
  PollAnswered: eventWithWords('PollAnswered', { ...one, choice: z.string().nullable(), before: z.string().nullable(), again: z.boolean(), shown: z.boolean(), answeredBy: ParticipantId.nullable() }, { text: z.string(), before: z.string().nullable() }),
  PollClosed: event('PollClosed', one),
  PollPublished: eventWithWords('PollPublished', { ...one, counts }, { texts: counts }),
  PollDiscarded: event('PollDiscarded', one),
};
