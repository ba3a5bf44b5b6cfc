import { Injectable } from '@nestjs/common';
import { ChatAfter, ChatBefore, type ChatMessage, type ChatNews, type ParticipantId, type Refusal, type RefusalCode } from '@yaji/contracts';
import { type ChatStore, postgresChatStore } from '@yaji/persistence';
import { chatDoor, mutedFor } from '@yaji/salon';
import { DataSource } from 'typeorm';
import { Commands } from '../commands.ts';
import type { LiveRoom } from '../live-room.ts';
import { LiveRooms } from '../live-rooms.ts';
import { withinPatience } from '../patience.ts';
import { chatChannel, type LiveSocket, type Seat } from '../seat.ts';
import { ChatTelling } from './chat-telling.ts';

type OrRefusal<T> = T | { refusal: Refusal };

/** [T9] */
const newestMost = 200;
const earlierMost = 100;

/** Answers who wants to read a chat. */
@Injectable()
export class ChatReading {
  private readonly store: ChatStore;

  constructor(
    private readonly rooms: LiveRooms,
    private readonly commands: Commands,
    private readonly telling: ChatTelling,
    database: DataSource,
  ) {
    this.store = postgresChatStore(database);
  }

  /** From now on this socket is told; before it is read, so that nothing falls between. */
  async after(socket: LiveSocket, body: unknown): Promise<OrRefusal<ChatNews>> {
    const { seat } = socket.data;
    const request = ChatAfter.safeParse(body);
    if (!request.success) return this.refuse(seat, 'contract/invalid');
    return this.asReader(seat, async (live) => {
      if (seat.placed && seat.placed.sees !== 'outside') void socket.join(chatChannel(live.roomId, seat.placed.sees));
      const news = await this.read(live, request.data.after);
      this.telling.begin(live.roomId, news.upTo);
      return { ...news, muted: mutedFor(live.feed.room, news.muted, seat.participantId) };
    });
  }

  async before({ data: { seat } }: LiveSocket, body: unknown): Promise<OrRefusal<{ messages: ChatMessage[] }>> {
    const request = ChatBefore.safeParse(body);
    if (!request.success) return this.refuse(seat, 'contract/invalid');
    return this.asReader(seat, async ({ roomId }) => ({ messages: await this.store.before(roomId, request.data.before, earlierMost) }));
  }

  private async read({ roomId }: LiveRoom, after: number | null): Promise<ChatNews> {
    if (after !== null) {
      const { more, ...news } = await this.store.since(roomId, after, newestMost);
      // A number of the future is of a chat that is no more: begin again.
      if (!more && news.upTo >= after) return { ...news, after };
    }
    const { more: _more, ...newest } = await this.store.newest(roomId, newestMost);
    return { ...newest, after: null };
  }

  /** Asked again after the reading: who was removed meanwhile is told nothing. */
  private async asReader<T extends object>(seat: Seat, read: (live: LiveRoom) => Promise<T>): Promise<OrRefusal<T>> {
    if (!seat.credit.take(Date.now())) return this.refuse(seat, 'socket/too-fast');
    const live = this.rooms.get(seat.roomId);
    if (!live || !seat.placed) return this.refuse(seat, 'socket/unavailable');
    const before = doorOf(live, seat.participantId);
    if (before) return { refusal: before };
    try {
      const answer = await withinPatience(read(live));
      const after = doorOf(live, seat.participantId);
      return after ? { refusal: after } : answer;
    } catch (error) {
      return { refusal: this.commands.failed(seat, error, 'chat.read').refusal };
    }
  }

  private refuse(seat: Seat, code: RefusalCode): { refusal: Refusal } {
    return { refusal: this.commands.refuse(seat, code).refusal };
  }
}

function doorOf({ feed: { room } }: LiveRoom, participantId: ParticipantId): Refusal | null {
  const door = chatDoor(room, participantId);
  return door.ok ? null : door.error;
}
