import { Redis, type RedisOptions } from 'ioredis';

export type Report = (error: Error) => void;

/** A question that Redis has not answered by then counts as unanswered. */
const answerWithinMs = 1_000;
const longestPauseMs = 1_000;

/** While Redis is away every question fails at once instead of waiting in a queue, and the connection is tried again for ever. */
const options: RedisOptions = {
  enableOfflineQueue: false, maxRetriesPerRequest: 0, autoResubscribe: false, connectTimeout: 2_000, commandTimeout: answerWithinMs, disconnectTimeout: 500, keepAlive: 5_000,
  retryStrategy: (times) => Math.min(times * 50, longestPauseMs),
};

/** A connection that comes and goes with its Redis; each time it goes is reported once. */
export function connectRedis(url: string, report: Report): Redis {
  const redis = new Redis(url, options);
  reportOutages(redis, report);
  return redis;
}

type Connected = { on(event: 'ready', heard: () => void): unknown; on(event: 'error', heard: (error: Error) => void): unknown };

/** The first error of each outage; those of every further attempt say the same. */
export function reportOutages(connected: Connected, report: Report): void {
  let told = false;
  connected.on('ready', () => { told = false; });
  connected.on('error', (error) => {
    if (told) return;
    told = true;
    report(new RedisAway(error));
  });
}

/** Redis does not answer. Nothing that counts is lost: the log is in Postgres. */
export class RedisAway extends Error {
  override readonly name = 'RedisAway';

  constructor(cause: unknown) {
    super(`Redis is away: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

export const isReady = (redis: Redis): boolean => redis.status === 'ready';

/** Waits until Redis is there, at most so long; answers whether it is. */
export async function whenReady(redis: Redis, withinMs: number): Promise<boolean> {
  if (isReady(redis)) return true;
  return new Promise((resolve) => {
    const settle = (): void => {
      clearTimeout(timer);
      redis.off('ready', settle);
      resolve(isReady(redis));
    };
    const timer = setTimeout(settle, withinMs);
    redis.on('ready', settle);
  });
}

/** Keeps a subscription through every restart of Redis. Messages of the meantime are lost. */
export function keepSubscribed(redis: Redis, report: Report, subscribe: () => Promise<unknown>): void {
  const again = (): void => {
    subscribe().catch((error: unknown) => {
      report(new RedisAway(error));
      // A connection that answers but will not subscribe is of no use: begin again.
      redis.disconnect(true);
    });
  };
  redis.on('ready', again);
  if (isReady(redis)) again();
}
