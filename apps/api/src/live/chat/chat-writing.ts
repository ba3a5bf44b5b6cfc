import { Injectable } from '@nestjs/common';
import { type ChatAck, chatRequestSchemas, type ChatRequest, type ParticipantId, type Refusal, type RoomId } from '@yaji/contracts';
import type { Result } from '@yaji/kit';
import { type ChatConcerns, type ChatStore, postgresChatStore } from '@yaji/persistence';
import { applyChat, type Chat, decideChat } from '@yaji/salon';
import { DataSource } from 'typeorm';
import { Commands } from '../commands.ts';
import type { LiveRoom } from '../live-room.ts';
import { LiveRooms } from '../live-rooms.ts';
import { withinPatience } from '../patience.ts';
import type { Seat } from '../seat.ts';
import { ChatTelling } from './chat-telling.ts';

type Outcome = Result<number, Refusal>;
type Waiting = { request: ChatRequest; by: ParticipantId; answer: (outcome: Outcome) => void; fail: (error: unknown) => void };

/** So many are decided under one lock: a burst of messages costs a few transactions, not one each. */
const atOnce = 100;

/**
 * Decides what is said in chats and writes it. Requests of one room are taken one batch after the other, so that a chat holds one
 * connection of this process, however many write.
 */
@Injectable()
export class ChatWriting {
  private readonly store: ChatStore;
  /** What waits for the batch under way; there while one is. */
  private readonly waiting = new Map<RoomId, Waiting[]>();

  constructor(
    private readonly rooms: LiveRooms,
    private readonly commands: Commands,
    private readonly telling: ChatTelling,
    database: DataSource,
  ) {
    this.store = postgresChatStore(database);
  }

  /** Acknowledged only after the commit. Never rejects, and never takes longer than two seconds. */
  async say(seat: Seat, body: unknown): Promise<ChatAck> {
    const live = this.rooms.get(seat.roomId);
    if (!seat.credit.take(Date.now())) return this.commands.refuse(seat, 'socket/too-fast');
    const request = readRequest(body);
    if (!request) return this.commands.refuse(seat, 'contract/invalid');
    seat.credit.forgive();
    if (!live || !seat.placed) return this.commands.refuse(seat, 'socket/unavailable');
    try {
      const outcome = await withinPatience(this.queue(live, request, seat.participantId));
      if (outcome.ok) return { ok: true, number: outcome.value };
      this.commands.note(seat, outcome.error.code, request.type);
      return { ok: false, refusal: outcome.error };
    } catch (error) {
      return this.commands.failed(seat, request.type, error);
    }
  }

  private queue(live: LiveRoom, request: ChatRequest, by: ParticipantId): Promise<Outcome> {
    return new Promise((answer, fail) => {
      const one: Waiting = { request, by, answer, fail };
      const others = this.waiting.get(live.roomId);
      if (others) {
        others.push(one);
      } else {
        this.waiting.set(live.roomId, [one]);
        void this.workOff(live);
      }
    });
  }

  private async workOff(live: LiveRoom): Promise<void> {
    const { roomId } = live;
    for (let batch = this.take(roomId); batch.length > 0; batch = this.take(roomId)) {
      try {
        const { outcomes, change } = await this.store.change(roomId, concernsOf(batch), (chat, at) => ({ outcomes: decideAll(live, chat, { batch, at }), change: chat.change }));
        for (const [n, outcome] of outcomes.entries()) batch[n]?.answer(outcome);
        this.telling.ring(roomId, change);
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
  }

  /** The next batch; when there is none, the next request begins anew. */
  private take(roomId: RoomId): Waiting[] {
    const batch = this.waiting.get(roomId)?.splice(0, atOnce) ?? [];
    if (batch.length === 0) this.waiting.delete(roomId);
    return batch;
  }
}

function decideAll({ feed: { room } }: LiveRoom, chat: Chat, { batch, at }: { batch: readonly Waiting[]; at: number }): Outcome[] {
  return batch.map(({ request, by }): Outcome => {
    const verdict = decideChat({ room, chat }, request, { by, at });
    if (!verdict.ok) return verdict;
    if (verdict.value) applyChat(chat, verdict.value);
    return { ok: true, value: numberOf(request, chat) };
  });
}

const numberOf = (request: ChatRequest, chat: Chat): number =>
  (request.type === 'chat.write' && chat.messages.find(({ messageId }) => messageId === request.data.messageId)?.number) || chat.number;

const concernsOf = (batch: readonly Waiting[]): ChatConcerns => ({
  people: [...new Set(batch.map(({ by }) => by))],
  messageIds: batch.flatMap(({ request }) => (request.type === 'chat.write' ? [request.data.messageId] : [])),
  numbers: batch.flatMap(({ request }) => (request.type === 'chat.delete' ? [request.data.number] : [])),
});

const isRequestType = (type: unknown): type is ChatRequest['type'] => typeof type === 'string' && Object.hasOwn(chatRequestSchemas, type);

function readRequest(body: unknown): ChatRequest | null {
  const type = typeof body === 'object' && body !== null && 'type' in body ? body.type : null;
  const read = isRequestType(type) ? chatRequestSchemas[type].safeParse(body) : null;
  return read?.success ? read.data : null;
}
