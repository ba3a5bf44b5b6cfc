import { resolve } from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { jobWorkers, type Messaging, openMessaging } from '@yaji/messaging';
import { startLiveCaptions } from './speech/live/start-live-captions.ts';
import { dataSource, postgresEventStore, relayOutbox } from '@yaji/persistence';
import { checkStorage, type Configuration, databaseFault, type Ground, type Health, HealthModule, listenFault, type Log, nestLog, openStorage, redisFault, type Running } from '@yaji/platform';
import type { DataSource } from 'typeorm';
import { databaseArchive } from './database-archive.ts';
import { databaseShelf } from './exports/shelf.ts';
import { countJobs } from './jobs/counts.ts';
import { workOn } from './jobs/work.ts';
import { openTranscribers } from './speech/open-transcribers.ts';
import { databaseBookshelf } from './written/bookshelf.ts';

@Module({})
class WorkerModule {
  static with(health: Health): DynamicModule {
    return { module: WorkerModule, imports: [HealthModule.with(health)] };
  }
}

const redisPatienceMs = 3_000;

async function openDatabase({ databaseUrl }: Configuration): Promise<DataSource> {
  try {
    return await dataSource({ url: databaseUrl, applicationName: 'yaji-worker', poolSize: 6 }).initialize();
  } catch (error) {
    throw databaseFault(databaseUrl, error);
  }
}

async function connectMessaging({ redisUrl }: Configuration, log: Log): Promise<Messaging> {
  let last: unknown;
  const messaging = openMessaging(redisUrl, (err) => {
    last = err;
    log.warn({ err }, 'Redis');
  });
  if (await messaging.whenThere(redisPatienceMs)) return messaging;
  await messaging.close();
  throw redisFault(redisUrl, last);
}

/** Starts the worker: carries jobs from the outbox to the queues, does them, and answers for its health. Throws `StartFault` for what a person must mend. */
export async function serve({ configuration, log, metrics, ...ground }: Ground): Promise<Running> {
  const storage = await openStorage(configuration);
  await checkStorage(storage, (err) => log.warn({ err }, 'the storage is away'));
  const database = await openDatabase(configuration);
  const messaging = await connectMessaging(configuration, log);
  const report = (what: string) => (err: unknown): void => { log.warn({ err }, what); };
  const dataDir = resolve(configuration.dataDir);
  const archive = databaseArchive(database, postgresEventStore(database));
  const work = workOn({
    archive, storage, dataDir, ffmpeg: configuration.ffmpeg, log, transcribers: openTranscribers(configuration.speech),
    shelf: databaseShelf(database), bookshelf: databaseBookshelf(database, storage), publicUrl: configuration.publicUrl, model: configuration.model,
  });
  countJobs(messaging.queues, metrics, report('the jobs could not be counted'));
  const probes = [{ name: 'postgres', check: () => database.query('select 1') }];
  const app = await NestFactory.create(WorkerModule.with({ probes, metrics, log, secret: configuration.secret, draining: () => ground.draining() }), { logger: nestLog(log), abortOnError: false });
  try {
    await app.listen(configuration.workerPort, configuration.host);
  } catch (error) {
    throw listenFault(configuration.host, configuration.workerPort, 'YAJI_WORKER_PORT', error) ?? error;
  }
  const workers = jobWorkers({ url: configuration.redisUrl, work, queues: messaging.queues, news: messaging.jobNews, report: report('a job failed') });
  const relay = relayOutbox(database, { hand: (job) => messaging.queues.add(job), report: report('a job could not be handed on') });
  const captions = startLiveCaptions({ configuration, database, messaging, archive, log });
  log.info({ port: configuration.workerPort }, 'the worker is up');
  return {
    close: async () => {
      await captions?.stop();
      await relay.stop();
      await workers.close();
      await app.close();
      await messaging.close();
      await database.destroy();
    },
  };
}
