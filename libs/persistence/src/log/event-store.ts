import type { CommandId, Recorded, RoomId } from '@yaji/contracts';
import type { Addition, EventStore, LockedStore } from '@yaji/engine';
import { DatabaseError, type PoolClient, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../pool.ts';
import { toParameters, toRecorded, type EventRow } from './rows.ts';
import { appendFirst, appendNext, commandTaken, lockHead, makeHead, readCommand, readTail } from './statements.ts';

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
    const { count, events, jobs } = toParameters(additions);
    const [name, text] = after === 0 ? ['log-append-first', appendFirst] as const : ['log-append', appendNext] as const;
    try {
      const [head] = await ask<{ seq: number }>(asker, name, text, [roomId, after, count, events, jobs]);
      return head?.seq ?? null;
    } catch (error) {
      if (error instanceof DatabaseError && error.constraint === commandTaken) return null;
      throw error;
    }
  },
});

async function inLockedTransaction<T>(client: PoolClient, roomId: RoomId, work: (store: LockedStore) => Promise<T>): Promise<T> {
  await ask(client, 'log-begin', 'begin', []);
  if ((await ask(client, 'log-lock', lockHead, [roomId])).length === 0) {
    await ask(client, 'log-make-head', makeHead, [roomId]);
    await ask(client, 'log-lock', lockHead, [roomId]);
  }
  const statements = statementsOn(client);
  const done = await work({
    ...statements,
    // A refused append would end the transaction: it is undone up to here instead.
    async append(...addition) {
      await ask(client, 'log-mark', 'savepoint appended', []);
      const head = await statements.append(...addition);
      if (head === null) await ask(client, 'log-undo', 'rollback to savepoint appended', []);
      return head;
    },
  });
  await ask(client, 'log-commit', 'commit', []);
  return done;
}
