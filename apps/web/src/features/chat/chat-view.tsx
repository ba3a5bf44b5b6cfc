import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import type { ChatActs } from './acts.ts';
import { ChatForm } from './chat-form.tsx';
import type { ChatLink, ChatState } from './chat-link.ts';
import { ChatList } from './chat-list.tsx';
import { chatPanel } from './chat-panel.ts';
import { ChatRules } from './chat-rules.tsx';
import css from './chat.module.css';

type Props = { view: RoomView; state: ChatState; link: ChatLink; acts: ChatActs; draft: string; setDraft: (text: string) => void };

/** What everybody writes to everybody. */
export function ChatView({ view, state: { held, refused, fetching }, link, acts, draft, setDraft }: Props) {
  const { t } = useWords();
  if (!held) return <p className="faint" role="status">{t(refused === null ? 'app.loading' : refused === 'room/closed' ? 'chat.over' : 'chat.failed')}</p>;
  const panel = chatPanel(view, held);
  return (
    <div className={css.chat} data-testid="chat">
      {panel.moderating && <ChatRules panel={panel} muted={panel.moderating.muted} acts={acts} />}
      <ChatList panel={panel} fetching={fetching} link={link} acts={acts} />
      <ChatForm panel={panel} write={acts.write} draft={draft} setDraft={setDraft} />
    </div>
  );
}
