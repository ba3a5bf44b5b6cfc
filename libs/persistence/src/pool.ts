import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** The connections under an initialised data source, for statements that TypeORM would only slow down. */
export function poolOf(source: DataSource): Pool {
  const { master } = source.driver as unknown as { master?: Pool };
  if (!master) throw new Error('the data source is not initialised');
  return master;
}
