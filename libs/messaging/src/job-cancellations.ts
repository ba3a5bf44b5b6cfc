import type { Redis } from 'ioredis';

/**
 * Which jobs were cancelled. A mark and not a removal: a job keeps its place in its flow, whoever takes or does it looks at the mark, and
 * no message can be lost. Marks are forgotten when the jobs are.
 */
export type Cancellations = {
  mark(jobIds: readonly string[]): Promise<void>;
  unmark(jobIds: readonly string[]): Promise<void>;
  isMarked(jobId: string): Promise<boolean>;
  all(): Promise<string[]>;
};

const key = 'yaji.jobs-cancelled';
const keptMs = 30 * 86_400_000;

export const redisCancellations = (redis: Redis, now: () => number = Date.now): Cancellations => ({
  async mark(jobIds) {
    const at = now();
    await redis.multi().zremrangebyscore(key, 0, at - keptMs).zadd(key, ...jobIds.flatMap((jobId) => [at, jobId])).exec();
  },
  async unmark(jobIds) {
    if (jobIds.length > 0) await redis.zrem(key, ...jobIds);
  },
  isMarked: async (jobId) => (await redis.zscore(key, jobId)) !== null,
  all: () => redis.zrange(key, 0, -1),
});
