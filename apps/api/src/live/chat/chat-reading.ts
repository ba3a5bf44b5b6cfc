import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ChatAfter, ChatBefore, type ChatMessage, type ChatNews, type ParticipantId, type Refusal, type RefusalCode, type RoomId } from '@yaji/contracts';
import { type ChatStore, postgresChatStore } from '@yaji/persistence';
import { chatDoor, mutedFor } from '@yaji/salon';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Commands } from '../commands.ts';
import type { LiveRoom } from '../live-room.ts';
import { LiveRooms } from '../live-rooms.ts';
import { withinPatience } from '../patience.ts';
import { chatChannel, type LiveSocket, type Seat } from '../seat.ts';
import { ChatTelling } from './chat-telling.ts';

type Asked = z.infer<typeof ChatAfter>;
type OrRefusal<T> = T | { refusal: Refusal };

/** [T9] */
const changesMost = 200;
const earlierMost = 100;
/** Those who ask alike within this are answered by one reading: a thousand may come back at once, after a process was lost. */
const togetherMs = 20;

/** Answers who wants to read a chat. */
@Injectable()
export class ChatReading {
  private readonly store: ChatStore;
  /** Readings that are about to begin, by what they read. */
  private readonly soon = new Map<string, Promise<ChatNews>>();

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
      const news = await this.readTogether(live, request.data);
      this.telling.begin(live.roomId, news.upTo);
      return { ...news, muted: mutedFor(live.feed.room, news.muted, seat.participantId) };
    });
  }

  async before({ data: { seat } }: LiveSocket, body: unknown): Promise<OrRefusal<{ messages: ChatMessage[] }>> {
    const request = ChatBefore.safeParse(body);
    if (!request.success) return this.refuse(seat, 'contract/invalid');
    return this.asReader(seat, async ({ roomId }) => ({ messages: await this.store.before(roomId, request.data.before, earlierMost) }));
  }

  /** Whoever shares a reading asked, and was seated among those who are told, before it began. */
  private readTogether({ roomId }: LiveRoom, asked: Asked): Promise<ChatNews> {
    const key = `${roomId} ${asked.after} ${asked.newest}`;
    const reading = this.soon.get(key) ?? wait(togetherMs).then(() => {
      this.soon.delete(key);
      return this.read(roomId, asked);
    });
    this.soon.set(key, reading);
    return reading;
  }

  private async read(roomId: RoomId, { after, newest }: Asked): Promise<ChatNews> {
    if (after !== null) {
      const { more, ...news } = await this.store.since(roomId, after, changesMost);
      // A number of the future is of a chat that is no more: begin again.
      if (!more && news.upTo >= after) return { ...news, after };
    }
    const { more: _more, ...news } = await this.store.newest(roomId, newest);
    return { ...news, after: null };
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
      return { refusal: this.commands.failed(seat, 'chat.read', error).refusal };
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
