import { createEngine, type Engine, jobsOf } from '@yaji/engine';
import { type Messaging, openMessaging } from '@yaji/messaging';
import { dataSource, type IngestKeys, postgresEventStore, postgresIngestKeys, postgresPushAddresses, type PushAddresses } from '@yaji/persistence';
import { type Configuration, databaseFault, type Log, redisFault } from '@yaji/platform';

/** The log of the rooms and the bell, as this program stands on them. */
export type MediaGround = { engine: Engine; messaging: Messaging; ingestKeys: IngestKeys; pushAddresses: PushAddresses; askPostgres: () => Promise<unknown>; close: () => Promise<void> };

const redisPatienceMs = 3_000;
/** This program reads tails and writes measured times: little. */
const poolSize = 4;

/** Throws a `StartFault` when Postgres or Redis do not answer at the start; later they may come and go. */
export async function openGround({ databaseUrl, redisUrl, secret }: Configuration, log: Log): Promise<MediaGround> {
  let last: unknown;
  const messaging = openMessaging(redisUrl, (err) => {
    last = err;
    log.warn({ err }, 'Redis');
  });
  // Both at once: until this program is up nobody is heard.
  const [database, redisIsThere] = await Promise.all([
    dataSource({ url: databaseUrl, applicationName: 'yaji-media', poolSize }).initialize().catch((error: unknown) => { throw databaseFault(databaseUrl, error); }),
    messaging.whenThere(redisPatienceMs),
  ]);
  if (!redisIsThere) throw redisFault(redisUrl, last);
  const engine = createEngine({
    store: postgresEventStore(database), bell: messaging.bell, now: Date.now, jobsOf,
    report: (err) => log.warn({ err }, 'the log could not be followed'),
  });
  return {
    engine, messaging, ingestKeys: postgresIngestKeys(database), pushAddresses: postgresPushAddresses(database, secret), askPostgres: () => database.query('select 1'),
    close: async () => {
      await engine.close();
      await messaging.close();
      await database.destroy();
    },
  };
}
