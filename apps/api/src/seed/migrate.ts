import { dataSource, migrate } from '@yaji/persistence';
import { type Configuration, databaseFault } from '@yaji/platform';

/** Brings the tables up to date; does nothing when they are. */
export async function migrateDatabase({ databaseUrl }: Configuration): Promise<void> {
  const source = dataSource({ url: databaseUrl, applicationName: 'yaji-migrate' });
  try {
    await source.initialize();
  } catch (error) {
    throw databaseFault(databaseUrl, error);
  }
  try {
    await migrate(source);
  } finally {
    await source.destroy();
  }
}
