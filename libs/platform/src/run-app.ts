import { flushCompileCache } from 'node:module';
import type { Registry } from 'prom-client';
import { readConfiguration, type Configuration } from './configuration/configuration.ts';
import { createMetrics } from './health/metrics.ts';
import { createLog, type Log } from './log.ts';
import { StartFault } from './start-fault.ts';

/** What every app starts from. `draining` turns true when the app is asked to end. */
export type Ground = { configuration: Configuration; log: Log; metrics: Registry; draining: () => boolean };
export type Running = { close(): Promise<void> };

const closingMs = 10_000;

const giveUp = (sentences: readonly string[]): never => {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

/** The settings of this process; ends it with one sentence per fault when they are wrong. */
export function configurationOrExit(): Configuration {
  const read = readConfiguration(process.env);
  return read.ok ? read.value : giveUp(read.error);
}

/** Runs something that may not be able to start; what it cannot is told in one sentence and exit code 1. */
export async function orExit<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof StartFault) return giveUp([fault.message]);
    throw fault;
  }
}

/**
 * Runs an app until SIGTERM or SIGINT: then it drains, closes within ten seconds and exits 0. A second signal ends it at once.
 * A bug that nobody caught is logged and ends the process; its launcher starts it again.
 */
export async function runApp(name: 'api' | 'media' | 'worker', start: (ground: Ground) => Promise<Running>): Promise<void> {
  const configuration = configurationOrExit();
  const log = createLog(name, configuration.logLevel);
  let draining = false;
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'a bug: this process ends');
    process.exit(1);
  });

  const running = await orExit(() => start({ configuration, log, metrics: createMetrics(name), draining: () => draining }));
  // Node keeps what it has compiled when a process ends by itself; one that is killed must come back as fast.
  flushCompileCache();

  const end = async (signal: string): Promise<void> => {
    if (draining) process.exit(1);
    draining = true;
    log.info({ signal }, 'closing');
    setTimeout(() => process.exit(1), closingMs).unref();
    await running.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(signal));
}
