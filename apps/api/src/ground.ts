import { createEngine, type Engine, jobsOf } from '@yaji/engine';
import { type Messaging, openMessaging } from '@yaji/messaging';
import { dataSource, postgresEventStore } from '@yaji/persistence';
import { type Configuration, databaseFault, type Log, redisFault } from '@yaji/platform';
import type { DataSource } from 'typeorm';

/** A page does not wait longer for a row than this; the log's own statements have their own limit. */
const queryMs = 4_000;

/** A connected data source. Throws a `StartFault` when Postgres cannot be had. */
export async function openDatabase({ databaseUrl }: Configuration): Promise<DataSource> {
  const source = dataSource({ url: databaseUrl, applicationName: 'yaji-api' });
  const { options } = source;
  if (options.type === 'postgres') source.setOptions({ extra: { ...(options.extra as object), query_timeout: queryMs } });
  try {
    return await source.initialize();
  } catch (error) {
    throw databaseFault(databaseUrl, error);
  }
}

const redisPatienceMs = 3_000;

/** Everything that is said through Redis. Throws a `StartFault` when it does not answer at the start; later it may come and go. */
export async function connectMessaging({ redisUrl }: Configuration, log: Log): Promise<Messaging> {
  let last: unknown;
  const messaging = openMessaging(redisUrl, (err) => {
    last = err;
    log.warn({ err }, 'Redis');
  });
  if (await messaging.whenThere(redisPatienceMs)) return messaging;
  await messaging.close();
  throw redisFault(redisUrl, last);
}

export const openEngine = (database: DataSource, { bell }: Messaging, log: Log): Engine =>
  createEngine({
    store: postgresEventStore(database), bell, now: Date.now, jobsOf,
    report: (err) => { log.warn({ err }, 'the log could not be followed'); },
  });
