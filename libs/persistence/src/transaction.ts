import type { Pool, PoolClient } from 'pg';

/** Does work in one transaction on a connection of its own. When it rejects, nothing of it stays. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const done = await work(client);
    await client.query('commit');
    client.release();
    return done;
  } catch (error) {
    // Closing the connection undoes everything, even where it no longer answers.
    client.release(true);
    throw error;
  }
}
