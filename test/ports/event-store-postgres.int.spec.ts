import { afterAll } from '@jest/globals';
import { dataSource, postgresEventStore } from '@yaji/persistence';
import type { DataSource } from 'typeorm';
import { freshDatabase } from '../support/services.ts';
import { eventStoreSuite } from './event-store-suite.ts';

let source: Promise<DataSource> | null = null;
const open = async (): Promise<DataSource> => dataSource({ url: await freshDatabase() }).initialize();

eventStoreSuite('postgres', async () => {
  const database = await (source ??= open());
  return {
    store: postgresEventStore(database),
    jobs: (roomId) => database.query('select job as name, data from outbox where room_id = $1 order by seq', [roomId]),
  };
});

afterAll(async () => {
  await (await source)?.destroy();
});
