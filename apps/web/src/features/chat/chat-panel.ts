import type { ChatMessage, LocalText, ParticipantId, SlowSeconds } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { isModerating } from '@yaji/salon';
import { isMe, type RoomView } from '../../live/room-view.ts';
import type { Held } from './held.ts';

type Name = DeepReadonly<LocalText>;
/** `headed`: the first of several in a row by one person. `deletedBy`: who took it away, where it was not the writer. `muted` null: nothing that one may know or change. */
export type ChatRow = { message: ChatMessage; name: Name; mine: boolean; headed: boolean; deletedBy: Name | null; mayDelete: boolean; muted: boolean | null };
export type ChatPanel = {
  rows: ChatRow[];
  /** There are messages before these. */
  earlier: boolean;
  /** Why one cannot write; null: one can, `waitSeconds` from now. */
  silent: 'muted' | 'closed' | 'over' | null;
  waitSeconds: number;
  slowSeconds: SlowSeconds;
  closed: boolean;
  /** What moderators see besides. */
  moderating: { muted: { participantId: ParticipantId; name: Name }[] } | null;
};

/** One who goes on within this is not named again. */
const inOneGoMs = 300_000;
const nameless: Name = {};

export function chatPanel(view: RoomView, { messages, settings }: Held): ChatPanel {
  const { room, me } = view;
  const moderates = isModerating(me.role);
  const open = room.phase === 'open';
  const nameOf = (participantId: ParticipantId): Name => room.members[participantId]?.name ?? nameless;
  const rows = messages.map((message, at): ChatRow => {
    const { by, text, deletedBy } = message;
    const mine = isMe(view, by);
    return {
      message, mine, name: nameOf(by), headed: !goesOn(messages[at - 1], message),
      deletedBy: deletedBy === null || deletedBy === by ? null : nameOf(deletedBy),
      mayDelete: open && text !== null && (mine || moderates),
      muted: moderates && open && !mine && room.members[by]?.role !== 'owner' ? settings.muted.includes(by) : null,
    };
  });
  return {
    rows, earlier: (messages[0]?.number ?? 1) > 1, silent: silence(view, settings),
    waitSeconds: moderates ? 0 : restSeconds(view, { messages, settings }),
    slowSeconds: settings.slowSeconds, closed: settings.closed,
    moderating: moderates && open ? { muted: settings.muted.map((participantId) => ({ participantId, name: nameOf(participantId) })) } : null,
  };
}

const goesOn = (before: ChatMessage | undefined, { by, at }: ChatMessage): boolean => before !== undefined && before.by === by && at - before.at < inOneGoMs;

function silence({ room, me }: RoomView, { closed, muted }: Held['settings']): ChatPanel['silent'] {
  if (room.phase !== 'open') return 'over';
  if (muted.includes(me.participantId) && me.role !== 'owner') return 'muted';
  return closed ? 'closed' : null;
}

/** What is left of the pause after one's own last message. The page's clock goes by seconds, and is behind what was just written. */
function restSeconds(view: RoomView, { messages, settings }: Pick<Held, 'messages' | 'settings'>): number {
  const last = messages.findLast(({ by }) => isMe(view, by));
  return last && settings.slowSeconds > 0 ? Math.max(0, Math.ceil((last.at + settings.slowSeconds * 1_000 - view.now) / 1_000)) : 0;
}
