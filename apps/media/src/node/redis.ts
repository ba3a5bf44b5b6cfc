import { Redis } from 'ioredis';

/** A connection for what may be lost: it comes back by itself, and while it is away every question fails at once. */
export function connectRedis(url: string): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false, maxRetriesPerRequest: 0, connectTimeout: 2_000, commandTimeout: 1_000, retryStrategy: (times) => Math.min(times * 50, 1_000),
  });
  // The messaging library watches the same Redis and tells of its outages once.
  redis.on('error', () => undefined);
  return redis;
}
