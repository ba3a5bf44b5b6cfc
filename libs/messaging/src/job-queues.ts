import type { Job, JobName, Jobs } from '@yaji/contracts';
import { Queue, type JobsOptions } from 'bullmq';
import type { JobNews } from './job-progress.ts';
import type { Redis } from 'ioredis';
import { isReady, RedisAway } from './redis.ts';

/** Where jobs are put and asked after. */
export type JobQueues = {
  /** Puts a job into its queue; one that is there already stays as it is. Rejects with RedisAway. */
  add(job: Job): Promise<void>;
  /** Runs a job again that failed for good; false when there is no such. */
  retry(name: JobName, jobId: string): Promise<boolean>;
  /** How many jobs wait, run or failed, for metrics. */
  counts(name: JobName): Promise<Record<string, number>>;
  close(): Promise<void>;
};

/** The same work has the same id. BullMQ takes a colon only in an id of exactly three parts. */
export const jobIdOf = ({ name, data }: Job): string => `${name}:${data.roomId}:${data.upTo}${'order' in data && data.order > 0 ? `-${data.order}` : ''}`;

/** The compiler asks for every name of the Jobs map. */
const names: Record<JobName, true> = { 'turn-clip': true, 'recording-publish': true, 'recording-extras': true, 'minutes-render': true };
export const jobNames = Object.keys(names) as JobName[];

/** A job that fails is tried five times within about five minutes; then it stays to be looked at. */
const jobOptions: JobsOptions = {
  attempts: 5, backoff: { type: 'exponential', delay: 10_000 },
  removeOnComplete: { age: 86_400, count: 1_000 }, removeOnFail: { age: 30 * 86_400 },
};

export const queuePrefix = 'yaji';

export function jobQueues({ talk, news }: { talk: Redis; news: JobNews }): JobQueues {
  const queues = new Map(jobNames.map((name) => [name, openQueue(name, talk)]));
  const awayOr = async <T>(work: () => Promise<T>): Promise<T> => {
    // BullMQ would wait for as long as it takes; a caller may hold a transaction open meanwhile.
    if (!isReady(talk)) throw new RedisAway('not connected');
    try {
      return await work();
    } catch (error) {
      throw new RedisAway(error);
    }
  };
  const queueOf = (name: JobName): Queue => {
    const queue = queues.get(name);
    if (!queue) throw new Error(`no queue for ${name}`);
    return queue;
  };
  return {
    async add(job) {
      const jobId = jobIdOf(job);
      const queue = queueOf(job.name);
      const isNew = await awayOr(async () => {
        if (await queue.getJob(jobId)) return false;
        await queue.add(job.name, job.data, { ...jobOptions, jobId });
        return true;
      });
      if (isNew) await news.tell(job.data.roomId, { jobId, name: job.name, state: 'waiting', percent: 0, leftMs: null, step: null, error: null });
    },
    retry: (name, jobId) => awayOr(async () => {
      const job = await queueOf(name).getJob(jobId);
      if (!job || !(await job.isFailed())) return false;
      await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
      const { roomId } = job.data as Jobs[JobName];
      await news.tell(roomId, { jobId, name, state: 'waiting', percent: 0, leftMs: null, step: null, error: null });
      return true;
    }),
    counts: (name) => awayOr(() => queueOf(name).getJobCounts('waiting', 'active', 'delayed', 'failed')),
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

function openQueue(name: JobName, talk: Redis): Queue {
  const queue = new Queue(name, { prefix: queuePrefix, connection: talk, skipVersionCheck: true });
  // The connection is shared and reports its own outages; a queue would say each of them again.
  queue.on('error', () => undefined);
  return queue;
}
