import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';

/** What only one process does at a time. Without Redis nobody does it. */
export type Leases = {
  /** Whether this process has it for so long from now on; to be asked again before that. */
  take(name: string, ms: number): Promise<boolean>;
  leave(name: string): Promise<void>;
};

const keyOf = (name: string): string => `yaji.lease.${name}`;
/** Its own is prolonged, a free one taken. */
const takeScript = "if redis.call('get', KEYS[1]) == ARGV[1] or redis.call('exists', KEYS[1]) == 0 then redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[2]) return 1 end return 0";
const leaveScript = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

export function redisLeases(redis: Redis): Leases {
  const self = randomUUID();
  return {
    take: (name, ms) => redis.eval(takeScript, 1, keyOf(name), self, ms).then((taken) => taken === 1, () => false),
    leave: (name) => redis.eval(leaveScript, 1, keyOf(name), self).then(() => undefined, () => undefined),
  };
}
