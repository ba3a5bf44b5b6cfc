import type { CommandId, Recorded, RoomId } from '@yaji/contracts';
import type { Addition, EventStore, LockedStore } from '@yaji/engine';
import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../pool.ts';
import { toParameters, toRecorded, type EventRow } from './rows.ts';
import { appendFirst, appendNext, lockHead, makeHead, readCommand, readTail } from './statements.ts';

/** What one statement of the log may take. Its connection is given up then; whether it was written, a resend tells. */
const timeoutMs = 5_000;

/** A connection, or the pool itself. */
type Asker = { query<R extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<R>> };

/** A named statement is planned once per connection. */
const ask = async <R extends QueryResultRow>(asker: Asker, name: string, text: string, values: unknown[]): Promise<R[]> => {
  const query: QueryConfig & { query_timeout: number } = { name, text, values, query_timeout: timeoutMs };
  return (await asker.query<R>(query)).rows;
};

/**
 * The log of every room in Postgres: raw SQL on the pool of an initialised data source. TypeORM's own way costs more than the
 * statements do, and an entity would hide the one that matters.
 */
export function postgresEventStore(source: DataSource): EventStore {
  const pool = poolOf(source);
  return {
    ...statementsOn(pool),
    async locked(roomId, work) {
      const client = await pool.connect();
      try {
        const done = await inLockedTransaction(client, roomId, work);
        client.release();
        return done;
      } catch (error) {
        // Closing the connection undoes everything, even where it no longer answers.
        client.release(true);
        throw error;
      }
    },
  };
}

const statementsOn = (asker: Asker): LockedStore => ({
  async read(roomId: RoomId, after: number, limit?: number): Promise<Recorded[]> {
    return (await ask<EventRow>(asker, 'log-read', readTail, [roomId, after, limit ?? null])).map(toRecorded);
  },
  async eventsOf(roomId: RoomId, commandId: CommandId): Promise<Recorded[]> {
    return (await ask<EventRow>(asker, 'log-command', readCommand, [roomId, commandId])).map(toRecorded);
  },
  async append(roomId: RoomId, after: number, additions: readonly Addition[]): Promise<number | null> {
    const { count, commandIds, events, jobs } = toParameters(additions);
    if (new Set(commandIds).size < commandIds.length) return null;
    const [name, text] = after === 0 ? ['log-append-first', appendFirst] as const : ['log-append', appendNext] as const;
    const [head] = await ask<{ seq: number }>(asker, name, text, [roomId, after, count, commandIds, events, jobs]);
    return head?.seq ?? null;
  },
});

async function inLockedTransaction<T>(client: PoolClient, roomId: RoomId, work: (store: LockedStore) => Promise<T>): Promise<T> {
  await ask(client, 'log-begin', 'begin', []);
  if ((await ask(client, 'log-lock', lockHead, [roomId])).length === 0) {
    await ask(client, 'log-make-head', makeHead, [roomId]);
    await ask(client, 'log-lock', lockHead, [roomId]);
  }
  const done = await work(statementsOn(client));
  await ask(client, 'log-commit', 'commit', []);
  return done;
}
