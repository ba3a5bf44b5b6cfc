import type { ChatMessage, ChatSettings, MessageId, ParticipantId } from '@yaji/contracts';

/** A chat as far as some requests need it: `messages` and `lastAt` (when somebody last wrote) of those that they concern, `muted` whole. */
export type Chat = ChatSettings & {
  /** How many messages there have been. */
  number: number;
  /** How much has happened. */
  change: number;
  messages: ChatMessage[];
  lastAt: Partial<Record<ParticipantId, number>>;
};

/** What one request comes to. */
export type ChatChange =
  | { type: 'written'; messageId: MessageId; by: ParticipantId; at: number; text: string }
  | { type: 'deleted'; number: number; by: ParticipantId; at: number }
  | { type: 'muted' | 'unmuted'; participantId: ParticipantId }
  | { type: 'set'; settings: Partial<Pick<ChatSettings, 'slowSeconds' | 'closed'>> };

/** [T2] [T3] Changes the chat by one change; the next numbers are its own. */
export function applyChat(chat: Chat, change: ChatChange): void {
  chat.change += 1;
  switch (change.type) {
    case 'written': {
      const { messageId, by, at, text } = change;
      chat.number += 1;
      chat.lastAt[by] = at;
      chat.messages.push({ number: chat.number, change: chat.change, messageId, by, at, text, deletedAt: null, deletedBy: null });
      return;
    }
    case 'deleted': {
      const message = chat.messages.find(({ number }) => number === change.number);
      if (message) Object.assign(message, { change: chat.change, text: null, deletedAt: change.at, deletedBy: change.by });
      return;
    }
    case 'muted': chat.muted.push(change.participantId); return;
    case 'unmuted': chat.muted = chat.muted.filter((participantId) => participantId !== change.participantId); return;
    case 'set': Object.assign(chat, change.settings);
  }
}
