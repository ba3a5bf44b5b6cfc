import type { Job } from '@yaji/contracts';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../pool.ts';
import { inTransaction } from '../transaction.ts';

const atOnce = 20;

const take = `select id, job as name, data from outbox where done_at is null order by room_id, seq limit ${atOnce} for update skip locked`;
const done = 'update outbox set done_at = now() where id = any($1::uuid[])';

export type Taken = { handed: number; failures: Error[] };

/**
 * Hands the waiting jobs to `hand`, a few at a time, and marks those it took. What it rejects, or what was handed when this process
 * died, waits again: at least once, never lost. Several processes may take at the same time; each job goes to one of them.
 */
export const takeOutbox = (source: DataSource, hand: (job: Job) => Promise<void>): Promise<Taken> =>
  inTransaction(poolOf(source), (client) => handOver(client, hand));

async function handOver(client: PoolClient, hand: (job: Job) => Promise<void>): Promise<Taken> {
  const { rows } = await client.query<Job & { id: string }>(take);
  const failures: Error[] = [];
  const handed: string[] = [];
  for (const { id, ...job } of rows) {
    try {
      await hand(job);
      handed.push(id);
    } catch (error) {
      failures.push(error instanceof Error ? error : new Error(String(error)));
    }
  }
  if (handed.length > 0) await client.query(done, [handed]);
  return { handed: handed.length, failures };
}
