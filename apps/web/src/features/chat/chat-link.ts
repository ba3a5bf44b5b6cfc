import type { ChatMessage, ChatNews, Refusal } from '@yaji/contracts';
import { createStore, type StoreApi } from 'zustand';
import type { Live } from '../../live/live-client.ts';
import { type Held, letGo, takeEarlier, takeNews } from './held.ts';

/** `refused`: why it cannot be read. `fetching`: earlier messages are on their way. */
export type ChatState = { held: Held | null; refused: Refusal['code'] | null; fetching: boolean };
export type ChatLink = {
  store: StoreApi<ChatState>;
  /** Begins to listen; answers how to stop. */
  start: () => () => void;
  fetchEarlier: () => void;
  /** Whether the newest message is in sight: then older ones may be let go. */
  follow: (following: boolean) => void;
};

/** Most of those who are told do not look: the rest is fetched by who does. */
const newestFirst = 20;
const answerMs = 5_000;
const againMs = 2_000;
const passing = new Set<Refusal['code']>(['socket/unavailable', 'socket/too-fast']);

/** The chat of the room of this connection, as far as it is held here. */
export function linkChat(live: Live): ChatLink {
  const store = createStore<ChatState>(() => ({ held: null, refused: null, fetching: false }));
  let following = true;
  return {
    store,
    start: () => listen(live, { store, take: (news) => {
      const held = takeNews(store.getState().held, news);
      if (held) store.setState({ held: letGo(held, following), refused: null });
      return held !== null;
    } }),
    fetchEarlier: () => fetchEarlier(live, store),
    follow: (now) => {
      following = now;
      const { held } = store.getState();
      if (now && held) store.setState({ held: letGo(held, true) });
    },
  };
}

/** `take` answers whether nothing was missing. */
type Hearing = { store: StoreApi<ChatState>; take: (news: ChatNews) => boolean };

/** Asks after every snapshot, since a new standing ends the telling, and wherever something is missing. */
function listen({ socket, store: room }: Live, { store, take }: Hearing): () => void {
  /** The latest asking; its answer alone counts. */
  let asking = 0;
  /** Told while an answer is on its way; null while none is. */
  let early: ChatNews[] | null = null;
  const hear = (news: ChatNews) => {
    if (early) early.push(news);
    else if (!take(news)) ask();
  };
  const ask = () => {
    const mine = (asking += 1);
    const isLatest = () => mine === asking;
    early = [];
    socket.timeout(answerMs).emit('chatAfter', { after: store.getState().held?.upTo ?? null, newest: newestFirst }, (error: Error | null, answer: ChatNews | { refusal: Refusal }) => {
      if (!isLatest()) return;
      const meanwhile = early ?? [];
      early = null;
      if (error) {
        // A lost connection brings a snapshot, and with it the next asking.
        if (socket.connected) ask();
      } else if ('refusal' in answer) {
        store.setState({ refused: answer.refusal.code });
        if (passing.has(answer.refusal.code)) setTimeout(() => { if (isLatest()) ask(); }, againMs);
      } else {
        for (const news of [answer, ...meanwhile]) hear(news);
      }
    });
  };
  socket.on('snapshot', ask);
  socket.on('chat', hear);
  if (room.getState().held) ask();
  return () => {
    asking += 1;
    socket.off('snapshot', ask);
    socket.off('chat', hear);
  };
}

function fetchEarlier({ socket }: Live, store: StoreApi<ChatState>): void {
  const first = store.getState().held?.messages[0]?.number ?? 1;
  if (first === 1 || store.getState().fetching) return;
  store.setState({ fetching: true });
  socket.timeout(answerMs).emit('chatBefore', { before: first }, (error: Error | null, answer: { messages: ChatMessage[] } | { refusal: Refusal }) => {
    const { held } = store.getState();
    store.setState({ fetching: false, ...(!error && held && 'messages' in answer ? { held: takeEarlier(held, answer.messages) } : {}) });
  });
}
