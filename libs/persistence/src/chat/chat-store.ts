import type { ChatMessage, ChatSettings, MessageId, ParticipantId, RoomId } from '@yaji/contracts';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../pool.ts';
import { inTransaction } from '../transaction.ts';
import { lockChat, makeChat, readAll, readBefore, readConcerned, readHeads, readNewest, readSince, write } from './statements.ts';

/** What some requests concern: `muted` is whole, `messages` and `lastAt` are of those asked for. */
type StoredChat = ChatSettings & { number: number; change: number; messages: ChatMessage[]; lastAt: Partial<Record<ParticipantId, number>> };
export type ChatConcerns = { people: readonly ParticipantId[]; messageIds: readonly MessageId[]; numbers: readonly number[] };
/** The settings as they are after change `upTo`, and messages by number. `more`: there are further changes. */
export type StoredNews = ChatSettings & { upTo: number; messages: ChatMessage[]; more: boolean };

export type ChatStore = {
  /**
   * Hands the chat to `work`, which changes it in place (each touched message with a change of its own), while nobody else can; writes what
   * it changed. `at`: the database's clock, UTC milliseconds. When `work` throws, nothing is written.
   */
  change<T>(roomId: RoomId, concerns: ChatConcerns, work: (chat: StoredChat, at: number) => T): Promise<T>;
  /** The first `limit` messages, in the order of their changes, that have come or changed since change `after`. */
  since(roomId: RoomId, after: number, limit: number): Promise<StoredNews>;
  newest(roomId: RoomId, limit: number): Promise<StoredNews>;
  before(roomId: RoomId, number: number, limit: number): Promise<ChatMessage[]>;
  /** Of a room that is written about: every message there was, deleted ones without their words. */
  all(roomId: RoomId): Promise<ChatMessage[]>;
  /** The change that each of these chats has reached; those without any are left out. */
  heads(roomIds: readonly RoomId[]): Promise<{ roomId: RoomId; change: number }[]>;
};

type HeadRow = ChatSettings & { number: number; change: number; messages: ChatMessage[] };
type ConcernedRow = HeadRow & { lastAt: StoredChat['lastAt']; now: number };

/** Raw SQL on the pool of an initialised data source. */
export function postgresChatStore(source: DataSource): ChatStore {
  const pool = () => poolOf(source);
  return {
    change: (roomId, concerns, work) => inTransaction(pool(), (client) => changeLocked(client, roomId, { concerns, work })),
    async since(roomId, after, limit) {
      const { rows: [row] } = await pool().query<HeadRow>(readSince, [roomId, after, limit]);
      const reached = Math.max(0, ...(row?.messages ?? []).map(({ change }) => change));
      return newsOf(row, row?.messages.length === limit && reached < row.change ? reached : null);
    },
    async newest(roomId, limit) {
      return newsOf((await pool().query<HeadRow>(readNewest, [roomId, limit])).rows[0], null);
    },
    async before(roomId, number, limit) {
      return (await pool().query<Pick<HeadRow, 'messages'>>(readBefore, [roomId, number, limit])).rows[0]?.messages ?? [];
    },
    async all(roomId) {
      return (await pool().query<Pick<HeadRow, 'messages'>>(readAll, [roomId])).rows[0]?.messages ?? [];
    },
    async heads(roomIds) {
      return (await pool().query<{ roomId: RoomId; change: number }>(readHeads, [roomIds])).rows;
    },
  };
}

/** `reached`: the change that these messages reach, where there is more; null: they reach the head. */
function newsOf(row: HeadRow | undefined, reached: number | null): StoredNews {
  if (!row) return { upTo: 0, messages: [], more: false, slowSeconds: 0, closed: false, muted: [] };
  const { change, messages, slowSeconds, closed, muted } = row;
  return { upTo: reached ?? change, messages, more: reached !== null, slowSeconds, closed, muted };
}

type Wanted<T> = { concerns: ChatConcerns; work: (chat: StoredChat, at: number) => T };

async function changeLocked<T>(client: PoolClient, roomId: RoomId, { concerns, work }: Wanted<T>): Promise<T> {
  if ((await client.query(lockChat, [roomId])).rowCount === 0) {
    await client.query(makeChat, [roomId]);
    await client.query(lockChat, [roomId]);
  }
  const { rows: [row] } = await client.query<ConcernedRow>(readConcerned, [roomId, concerns.messageIds, concerns.numbers, concerns.people]);
  if (!row) throw new Error(`room ${roomId} has no chat`);
  const { now, ...chat } = row;
  const before = chat.change;
  const done = work(chat, now);
  if (chat.change > before) {
    const changed = chat.messages.filter(({ change }) => change > before);
    await client.query(write, [roomId, chat.number, chat.change, chat.slowSeconds, chat.closed, chat.muted, JSON.stringify(changed)]);
  }
  return done;
}
