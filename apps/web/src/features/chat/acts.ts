import type { ChatAck, ChatRequest, LocalText, MessageId, ParticipantId, SlowSeconds } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import { inLanguage } from '../../i18n/local-text.ts';
import { say as words } from '../../i18n/words.ts';
import { freshId } from '../../live/live-client.ts';
import { confirm } from '../../ui/dialog/confirm.tsx';
import { tell } from '../../ui/dialog/notices.tsx';

export type ChatActs = ReturnType<typeof chatActs>;

/** What one can do in the chat; a refusal is told. */
export function chatActs(say: (request: ChatRequest) => Promise<ChatAck>) {
  const does = async (request: ChatRequest): Promise<boolean> => {
    const ack = await say(request);
    if (!ack.ok) tell({ text: words(`refusal.${ack.refusal.code}`, { ...ack.refusal.details }), tone: 'bad', forMs: 9_000 });
    return ack.ok;
  };
  const withUndo = async (request: ChatRequest, undo: ChatRequest, text: string) => {
    if (await does(request)) tell({ text, tone: 'plain', act: { label: words('app.undo'), run: () => void does(undo) } });
  };
  /** The message that was last said: sent again unchanged, it is the same one. */
  let last: { text: string; messageId: MessageId } | null = null;
  return {
    /** Answers whether it was taken. */
    write: async (text: string): Promise<boolean> => {
      last = last?.text === text ? last : { text, messageId: freshId() as MessageId };
      const taken = await does({ type: 'chat.write', data: { messageId: last.messageId, text } });
      if (taken) last = null;
      return taken;
    },
    remove: (number: number) => confirm({ title: words('chat.deleteAsk'), text: words('chat.deleteText'), yes: words('chat.deleteYes'), run: () => void does({ type: 'chat.delete', data: { number } }) }),
    mute: (participantId: ParticipantId, name: DeepReadonly<LocalText>, language: string) =>
      void withUndo({ type: 'chat.mute', data: { participantId } }, { type: 'chat.unmute', data: { participantId } }, words('chat.muted', { name: inLanguage(name, language).text })),
    unmute: (participantId: ParticipantId) => void does({ type: 'chat.unmute', data: { participantId } }),
    setSlow: (seconds: SlowSeconds) => void does({ type: 'chat.setSlow', data: { seconds } }),
    close: () => void withUndo({ type: 'chat.close', data: {} }, { type: 'chat.reopen', data: {} }, words('chat.closedNow')),
    reopen: () => void does({ type: 'chat.reopen', data: {} }),
  };
}
