import { z } from 'zod';
import { MessageId, ParticipantId } from './ids.ts';
import type { Refusal } from './refusal.ts';
import { command, type OneOf } from './shape.ts';
import { text } from './text.ts';

/** How long one person waits between two messages; 0: not at all. */
export const SlowSeconds = z.literal([0, 5, 10, 30, 60]);
export type SlowSeconds = z.infer<typeof SlowSeconds>;

/** Counts the messages of a room from 1; as far as Postgres' `int` goes. */
const MessageNumber = z.int().min(1).max(2_147_483_647);

/** What a client may say as message `chat`. `messageId` is the client's own: the same said again is written once. */
export const chatRequestSchemas = {
  'chat.write': command('chat.write', { messageId: MessageId, text: text(500) }),
  'chat.delete': command('chat.delete', { number: MessageNumber }),
  'chat.mute': command('chat.mute', { participantId: ParticipantId }),
  'chat.unmute': command('chat.unmute', { participantId: ParticipantId }),
  'chat.setSlow': command('chat.setSlow', { seconds: SlowSeconds }),
  'chat.close': command('chat.close', {}),
  'chat.reopen': command('chat.reopen', {}),
};
export type ChatRequest = OneOf<typeof chatRequestSchemas>;
export type ChatRequestOf<T extends ChatRequest['type']> = Extract<ChatRequest, { type: T }>;

/** Everything after change `after`; where that is null, or too much has happened since, the newest messages, so many at most. */
export const ChatAfter = z.strictObject({ after: z.int().min(0).max(2_147_483_647).nullable(), newest: z.int().min(1).max(200).default(200) });
export const ChatBefore = z.strictObject({ before: MessageNumber });

/** `number` names it for ever; `change` is what last happened to it. `text` null: deleted, by `deletedBy`. Times in UTC milliseconds. */
export type ChatMessage = {
  number: number; change: number; messageId: MessageId; by: ParticipantId; at: number; text: string | null; deletedAt: number | null; deletedBy: ParticipantId | null;
};
/** `muted`: those whom the reader may know of: oneself, and to moderators everybody. */
export type ChatSettings = { slowSeconds: SlowSeconds; closed: boolean; muted: ParticipantId[] };
/**
 * The settings as they are after change `upTo`, and each message that has come or changed since change `after`, by number. `after` null:
 * throw away what you had, these are the newest.
 */
export type ChatNews = ChatSettings & { after: number | null; upTo: number; messages: ChatMessage[] };

/** `number` of what was written; of the latest message otherwise. */
export type ChatAck = { ok: true; number: number } | { ok: false; refusal: Refusal };
