import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { say as words } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useSeat } from '../../live/seat.tsx';
import { tell } from '../../ui/dialog/notices.tsx';
import { chatActs } from './acts.ts';
import { linkChat } from './chat-link.ts';
import { ChatView } from './chat-view.tsx';
import type { Held } from './held.ts';
import { sayInChat } from './saying.ts';

/** With fewer messages than this, earlier ones are fetched unasked as soon as somebody looks. */
const enough = 50;

/** Listens to the chat as long as the room is there, so that the tab can tell what one has not read; drawn while it is `shown`. */
export default function Chat({ view, shown }: { view: RoomView; shown: boolean }) {
  const { live } = useSeat();
  const [link] = useState(() => linkChat(live));
  const [draft, setDraft] = useState('');
  const state = useStore(link.store);
  useEffect(() => link.start(), [link]);
  const acts = useMemo(() => chatActs(sayInChat(live)), [live]);
  const { held } = state;
  const { participantId } = view.me;
  const unread = useUnread(held, participantId, shown);
  useEffect(() => live.store.setState({ unreadChat: unread }), [live, unread]);
  useMuteNews(held?.settings.muted.includes(participantId), shown);
  useEffect(() => { if (!shown) link.follow(true); }, [link, shown]);
  const few = held !== null && held.messages.length < enough;
  useEffect(() => { if (shown && few) link.fetchEarlier(); }, [link, shown, few]);
  return shown ? <ChatView view={view} state={state} link={link} acts={acts} draft={draft} setDraft={setDraft} /> : null;
}

/** How many messages of others have come since one last looked. What was there when one came does not count. */
function useUnread(held: Held | null, me: string, shown: boolean): number {
  const [seen, setSeen] = useState<number | null>(null);
  const newest = held ? held.messages.at(-1)?.number ?? 0 : null;
  // Drawn again at once: the number that was seen belongs to what is drawn.
  if (newest !== null && seen !== newest && (shown || seen === null)) setSeen(newest);
  return shown || seen === null ? 0 : held?.messages.filter(({ number, by, text }) => number > seen && by !== me && text !== null).length ?? 0;
}

/** Who is muted learns it, whatever is before their eyes; the chat itself says so where it is `shown`. */
function useMuteNews(muted: boolean | undefined, shown: boolean): void {
  const before = useRef(muted);
  useEffect(() => {
    if (before.current !== undefined && muted !== undefined && muted !== before.current && !shown) tell({ text: words(muted ? 'chat.youMuted' : 'chat.youHeard'), tone: 'plain', forMs: 10_000 });
    before.current = muted;
  }, [muted, shown]);
}
