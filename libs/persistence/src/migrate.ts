import type { DataSource } from 'typeorm';

/** Any fixed number: who holds it migrates, the others wait and then find nothing left to do. */
const migrating = 20_261_121;

/** Brings the tables up to date; connects the data source if it is not. Safe when several processes start at once. */
export async function migrate(source: DataSource): Promise<void> {
  if (!source.isInitialized) await source.initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [migrating]);
    try {
      await source.runMigrations({ transaction: 'each' });
    } finally {
      await runner.query('select pg_advisory_unlock($1)', [migrating]);
    }
  } finally {
    await runner.release();
  }
}
