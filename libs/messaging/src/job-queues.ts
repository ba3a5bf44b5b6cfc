import type { Job, JobName, JobProgress, RoomId } from '@yaji/contracts';
import { FlowProducer, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { redisCancellations } from './job-cancellations.ts';
import { counts, type JobCounts, unfinished } from './job-figures.ts';
import { allOf, flowOf } from './job-flow.ts';
import type { JobHouse } from './job-house.ts';
import { jobIdOf, jobNames } from './job-ids.ts';
import { type JobNews, waiting } from './job-progress.ts';
import { cancel, missed, type Missed, retry, type Wish } from './job-wishes.ts';
import { isReady, RedisAway } from './redis.ts';

/** Where jobs are put and asked after. Everything rejects with RedisAway without Redis. */
export type JobQueues = {
  /** Puts a job into its queue with all that belongs to it (`flowOf`); what is there already stays as it is. */
  add(job: Job): Promise<void>;
  /** Runs a job again that failed for good or was cancelled, and with it what it needs and what needs it. */
  retry(jobId: string): Promise<Wish>;
  /** Ends a job that waits or runs, and with it what needs it. One that runs ends within a second, wherever it does. */
  cancel(jobId: string): Promise<Wish>;
  isCancelled(jobId: string): Promise<boolean>;
  /** What a job of a flow must do without. */
  missed(jobId: string): Promise<Missed[]>;
  counts(name: JobName): Promise<JobCounts>;
  /** All jobs of all rooms that wait, run, failed or were cancelled, at most a hundred of each kind and state. */
  unfinished(): Promise<{ roomId: RoomId; progress: JobProgress }[]>;
  close(): Promise<void>;
};

export const queuePrefix = 'yaji';

export function jobQueues({ talk, news }: { talk: Redis; news: JobNews }): JobQueues {
  const queues = new Map(jobNames.map((name) => [name, openQueue(name, talk)]));
  const flows = new FlowProducer({ prefix: queuePrefix, connection: talk, skipVersionCheck: true });
  flows.on('error', unheard);
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
  const house: JobHouse = { queueOf, marks: redisCancellations(talk), news };
  return {
    add: async (job) => {
      const flow = flowOf(job);
      const isNew = await awayOr(async () => {
        // A flow is put in whole or not at all, so its root says whether it is there.
        if (await queueOf(flow.queueName as JobName).getJob(flow.opts?.jobId ?? '')) return false;
        await flows.add(flow);
        return true;
      });
      if (isNew) for (const { opts, name } of allOf(flow)) await news.tell(job.data.roomId, waiting(opts?.jobId ?? jobIdOf(job), name as JobName));
    },
    retry: (jobId) => awayOr(() => retry(jobId, house)),
    cancel: (jobId) => awayOr(() => cancel(jobId, house)),
    isCancelled: (jobId) => awayOr(() => house.marks.isMarked(jobId)),
    missed: (jobId) => awayOr(() => missed(jobId, house)),
    counts: (name) => awayOr(() => counts(name, house)),
    unfinished: () => awayOr(() => unfinished(house)),
    async close() {
      await Promise.all([...queues.values(), flows].map((one) => one.close()));
    },
  };
}

/** The connection is shared and reports its own outages; a queue would say each of them again. */
const unheard = (): undefined => undefined;

function openQueue(name: JobName, talk: Redis): Queue {
  const queue = new Queue(name, { prefix: queuePrefix, connection: talk, skipVersionCheck: true });
  queue.on('error', unheard);
  return queue;
}
