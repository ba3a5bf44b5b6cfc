import { readFileSync } from 'node:fs';
import { type INestApplication, StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Configuration, createTokens, type Ground, listenFault, localStorage, type Log, nestLog, type Running, StartFault } from '@yaji/platform';
import type { z } from 'zod';
import { ApiModule } from './api.module.ts';
import { ProblemFilter, Refused } from './errors.ts';
import { connectMessaging, openDatabase, openEngine } from './ground.ts';
import { LiveAdapter } from './live/live-adapter.ts';
import { describeApi } from './openapi.ts';
import { faultsOf } from './planning/programme/faults.ts';
import { contentSecurity } from './web/content-security.ts';
import { watchMediaOrigins } from './web/media-origins.ts';
import { servePages } from './web/pages.ts';

/** A programme of the largest salon stays below this, and so do the captions of a day. */
const bodyLimit = '1mb';

/** Starts the front door: connects what it stands on, listens, and answers how to stop. Throws `StartFault` for what a person must mend. */
export async function serve({ configuration, log, metrics, draining }: Ground): Promise<Running> {
  const database = await openDatabase(configuration);
  const messaging = await connectMessaging(configuration, log);
  const engine = openEngine(database, messaging, log);
  const ports = { configuration, log, tokens: createTokens(configuration.secret), storage: localStorage(configuration.dataDir), database, engine, messaging, metrics };
  const probes = [{ name: 'postgres', check: () => database.query('select 1') }];
  const module = ApiModule.with(ports, { probes, metrics, log, secret: configuration.secret, draining });
  const app = await NestFactory.create<NestExpressApplication>(module, { logger: nestLog(log), bodyParser: false, ...tlsOf(configuration), abortOnError: false });
  const media = watchMediaOrigins(messaging.mediaNodes, configuration.mediaUrl);
  dress(app, configuration, { log, mediaOrigins: media.origins });
  await listen(app, configuration);
  log.info({ url: configuration.publicUrl, port: configuration.apiPort }, 'the api is up');
  return {
    close: async () => {
      media.stop();
      await app.close();
      await engine.close();
      await messaging.close();
      await database.destroy();
    },
  };
}

function tlsOf({ tls }: Configuration): { httpsOptions?: { cert: Buffer; key: Buffer } } {
  if (!tls) return {};
  try {
    return { httpsOptions: { cert: readFileSync(tls.cert), key: readFileSync(tls.key) } };
  } catch (error) {
    throw new StartFault('The certificate cannot be read: set YAJI_TLS_CERT and YAJI_TLS_KEY to readable PEM files.', { cause: error });
  }
}

function dress(app: NestExpressApplication, { publicUrl, webDir }: Configuration, { log, mediaOrigins }: { log: Log; mediaOrigins: () => readonly string[] }): void {
  app.set('trust proxy', 'loopback');
  app.disable('x-powered-by');
  app.useBodyParser('json', { limit: bodyLimit });
  app.useBodyParser('text', { limit: bodyLimit, type: 'text/vtt' });
  app.use(contentSecurity({ publicUrl, mediaOrigins }));
  app.useGlobalFilters(new ProblemFilter(log));
  app.useGlobalPipes(new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => new Refused('contract/invalid', faultsOf(issues as unknown as readonly z.core.$ZodIssue[])),
  }));
  app.useWebSocketAdapter(new LiveAdapter(app, publicUrl));
  describeApi(app);
  if (webDir !== null) servePages(app, webDir);
}

async function listen(app: INestApplication, { host, apiPort }: Configuration): Promise<void> {
  try {
    await app.listen(apiPort, host);
  } catch (error) {
    throw listenFault(host, apiPort, 'YAJI_API_PORT', error) ?? error;
  }
}
