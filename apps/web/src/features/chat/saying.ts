import type { ChatAck, ChatRequest, Refusal } from '@yaji/contracts';
import type { Live } from '../../live/live-client.ts';

const answerMs = 5_000;
const laterMs = { every: 700, upTo: 15_000 };
const unanswered: { ok: false; refusal: Refusal } = { ok: false, refusal: { code: 'socket/unavailable' } };
const pause = (ms: number) => new Promise((go) => { setTimeout(go, ms); });

/** Says what one wants in the chat; again, for a while, where no answer comes: nothing is done twice. */
export const sayInChat = ({ socket }: Pick<Live, 'socket'>) => async (request: ChatRequest): Promise<ChatAck> => {
  for (const end = Date.now() + laterMs.upTo; ; await pause(laterMs.every)) {
    const ack = await (socket.timeout(answerMs).emitWithAck('chat', request) as Promise<ChatAck>).catch(() => unanswered);
    if (ack.ok || ack.refusal.code !== 'socket/unavailable' || Date.now() > end) return ack;
  }
};
