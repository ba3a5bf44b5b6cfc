import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import type { DestinationStream, Logger, LoggerOptions } from 'pino';

export type Log = Logger;

/** Never written, wherever they stand in what is logged. Personal text is not logged in the first place. */
const secrets = [
  'token', 'invitation', 'secret', 'password', 'authorization', 'cookie',
].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** One JSON line per entry, on stdout if nothing else is given. `name` is the app's: api, media or worker. */
export function createLog(name: string, level: string, to?: DestinationStream): Log {
  const options: LoggerOptions = {
    name, level, redact: { paths: [...secrets, 'req.headers.authorization', 'req.headers.cookie'], censor: '[removed]' }, timestamp: pino.stdTimeFunctions.isoTime,
  };
  return to ? pino(options, to) : pino(options);
}

const words = (message: unknown): string => (typeof message === 'string' ? message : JSON.stringify(message));

/** Nest's own messages, in the same stream; its start-up chatter only at debug. */
export const nestLog = (log: Log): LoggerService => ({
  log: (message: unknown, ...rest: unknown[]) => log.debug({ about: rest.at(-1) }, words(message)),
  warn: (message: unknown, ...rest: unknown[]) => log.warn({ about: rest.at(-1) }, words(message)),
  error: (message: unknown, ...rest: unknown[]) => log.error({ about: rest.at(-1), stack: rest.length > 1 ? rest[0] : undefined }, words(message)),
  fatal: (message: unknown, ...rest: unknown[]) => log.fatal({ about: rest.at(-1) }, words(message)),
  debug: (message: unknown) => log.trace(words(message)),
  verbose: (message: unknown) => log.trace(words(message)),
});
