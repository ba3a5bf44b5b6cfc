import type { JobName, JobProgress, Jobs } from '@yaji/contracts';
import { UnrecoverableError, WaitingError, Worker, type Job as QueuedJob } from 'bullmq';
import type { JobNews } from './job-progress.ts';
import { jobNames, queuePrefix } from './job-queues.ts';
import { reportOutages, type Report } from './redis.ts';

/** One attempt at a job. `signal` is aborted when this process shuts down: stop, and the job runs elsewhere. */
export type JobRun<N extends JobName> = {
  jobId: string;
  data: Jobs[N];
  /** 1 for the first. */
  attempt: number;
  signal: AbortSignal;
  /** Tells how far it is. `percent` 0 to 100. */
  tell(progress: Pick<JobProgress, 'percent' | 'leftMs' | 'step'>): Promise<void>;
};

/** Every job has exactly one way of being done, or the program does not compile. Each may run twice, even at the same time. */
export type JobWork = { [N in JobName]: (run: JobRun<N>) => Promise<void> };

/** Thrown by work that would fail in the same way again: it is not tried any more. */
export const hopeless = (reason: string): Error => new UnrecoverableError(reason);

/** A killed worker's job is found by another after at most these two together. */
const lockMs = 10_000;
const stalledLookMs = 5_000;
const closeWithinMs = 5_000;

export type JobWorkersOptions = { url: string; work: JobWork; news: JobNews; report: Report; atOnce?: number };

/** Takes jobs from the queues and does them. `close` lets go of what runs; another worker, or the next start, does it again. */
export function jobWorkers({ url, work, news, report, atOnce = 1 }: JobWorkersOptions): { close(): Promise<void> } {
  const workers = jobNames.map((name) => startWorker(name, work, { url, news, report, atOnce }));
  return {
    async close() {
      for (const worker of workers) worker.cancelAllJobs('shutting down');
      // Without Redis a worker cannot say goodbye; its jobs are found by others when their locks run out.
      const patience = new Promise<void>((resolve) => { setTimeout(resolve, closeWithinMs).unref(); });
      await Promise.race([Promise.all(workers.map((worker) => worker.close())), patience]);
    },
  };
}

const neverAborted = new AbortController().signal;

type Means = { url: string; news: JobNews; report: Report; atOnce: number };

function startWorker<N extends JobName>(name: N, work: JobWork, { url, news, report, atOnce }: Means): Worker<Jobs[N]> {
  const worker = new Worker<Jobs[N]>(
    name,
    // BullMQ gives a signal only to a function that declares all three.
    async (job, token, signal) => {
      const tell = tellOf(name, job, news);
      await tell({ state: 'running' });
      try {
        await work[name]({
          jobId: job.id ?? '', data: job.data, attempt: job.attemptsStarted, signal: signal ?? neverAborted,
          tell: (progress) => tell({ state: 'running', ...progress }),
        });
      } catch (error) {
        if (signal?.aborted !== true) throw error;
        // Not the work's fault: no attempt is lost and nobody waits for a back-off.
        await job.moveToWait(token);
        await tell({ state: 'waiting' });
        throw new WaitingError();
      }
      await tell({ state: 'done', percent: 100, leftMs: 0 });
    },
    {
      prefix: queuePrefix, connection: { url, maxRetriesPerRequest: null }, skipVersionCheck: true, concurrency: atOnce,
      lockDuration: lockMs, stalledInterval: stalledLookMs, maxStalledCount: 10,
    },
  );
  worker.on('failed', (job, error) => {
    report(error);
    if (!job) return;
    const forGood = job.attemptsMade >= (job.opts.attempts ?? 1) || error instanceof UnrecoverableError;
    void tellOf(name, job, news)({ state: forGood ? 'failed' : 'waiting', error: error.message });
  });
  reportOutages(worker, report);
  return worker;
}

type Change = Pick<JobProgress, 'state'> & Partial<JobProgress>;

const tellOf = (name: JobName, job: QueuedJob<Jobs[JobName]>, news: JobNews) => (change: Change): Promise<void> =>
  news.tell(job.data.roomId, { jobId: job.id ?? '', name, percent: 0, leftMs: null, step: null, error: null, ...change });
