import { randomUUID } from 'node:crypto';
import type { ChatAck, ChatMessage, ChatNews, Refusal } from '@yaji/contracts';
import type { Client } from './client.ts';

/** Somebody at a page whose chat is open: folds what is told, and fetches what is missing. */
export type Reader = {
  readonly news: readonly ChatNews[];
  readonly messages: readonly ChatMessage[];
  readonly now: ChatNews;
  /** How often something was missing. */
  readonly gaps: number;
  texts(): (string | null)[];
};

export const sayInChat = (client: Client, type: string, data: unknown): Promise<ChatAck> => client.socket.timeout(5_000).emitWithAck('chat', { type, data }) as Promise<ChatAck>;

export const write = (client: Client, text: string, messageId: string = randomUUID()): Promise<ChatAck> => sayInChat(client, 'chat.write', { messageId, text });

export const askAfter = (client: Client, request: unknown): Promise<ChatNews | { refusal: Refusal }> =>
  client.socket.timeout(5_000).emitWithAck('chatAfter', request) as Promise<ChatNews | { refusal: Refusal }>;

export const askBefore = (client: Client, request: unknown): Promise<{ messages: ChatMessage[] } | { refusal: Refusal }> =>
  client.socket.timeout(5_000).emitWithAck('chatBefore', request) as Promise<{ messages: ChatMessage[] } | { refusal: Refusal }>;

export async function openChat(client: Client): Promise<Reader> {
  const messages = new Map<number, ChatMessage>();
  const news: ChatNews[] = [];
  const state = { now: null as ChatNews | null, gaps: 0 };
  const take = (told: ChatNews): void => {
    if (told.after === null) messages.clear();
    else if (state.now && told.upTo <= state.now.upTo) return;
    else if (state.now && told.after > state.now.upTo) {
      state.gaps += 1;
      void askAfter(client, { after: state.now.upTo }).then((answer) => { if (!('refusal' in answer)) take(answer); });
      return;
    }
    for (const message of told.messages) messages.set(message.number, message);
    state.now = told;
  };
  client.socket.on('chat', (told: ChatNews) => {
    news.push(told);
    take(told);
  });
  const first = await askAfter(client, { after: null });
  if ('refusal' in first) throw new Error(first.refusal.code);
  take(first);
  const inOrder = (): ChatMessage[] => [...messages.values()].sort((one, other) => one.number - other.number);
  return {
    news,
    get messages() { return inOrder(); },
    get now() { return state.now ?? first; },
    get gaps() { return state.gaps; },
    texts: () => inOrder().map(({ text }) => text),
  };
}
