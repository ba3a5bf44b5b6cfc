import type { JobName, JobProgress, Jobs } from '@yaji/contracts';
import { UnrecoverableError, WaitingChildrenError, WaitingError, Worker, type Job as QueuedJob } from 'bullmq';
import { needs } from './job-flow.ts';
import { jobNames } from './job-ids.ts';
import type { JobNews } from './job-progress.ts';
import { type JobQueues, queuePrefix } from './job-queues.ts';
import { watchOver, WorkStopped } from './job-watch.ts';
import type { Missed } from './job-wishes.ts';
import { reportOutages, type Report } from './redis.ts';

/** One attempt at a job. `signal` is aborted when the job is cancelled or gets on no more, and when this process shuts down: stop. */
export type JobRun<N extends JobName> = {
  jobId: string;
  data: Jobs[N];
  /** 1 for the first. */
  attempt: number;
  signal: AbortSignal;
  /** Tells how far it is. `percent` 0 to 100. */
  tell(progress: Pick<JobProgress, 'percent' | 'leftMs' | 'step'>): Promise<void>;
  /** What had to be done before and was not. */
  missed(): Promise<Missed[]>;
};

/** Every job has exactly one way of being done, or the program does not compile. Each may run twice, even at the same time. */
export type JobWork = { [N in JobName]: (run: JobRun<N>) => Promise<void> };

/** Thrown by work that would fail in the same way again: it is not tried any more. */
export const hopeless = (reason: string): Error => new UnrecoverableError(reason);

/** Thrown by work that has nothing to do because of what was cancelled. */
export const cancelledWork = (): Error => new CancelledWork('cancelled');
class CancelledWork extends UnrecoverableError {}

/** Work that has told nothing new for so long is stopped and tried again: the programs behind it tell several times a second. */
const quietMs: Record<JobName, number> = {
  'aftermath': 60_000, 'turn-clip': 120_000, 'transcribe': 400_000, 'recording-publish': 180_000, 'recording-extras': 180_000, 'minutes-render': 120_000,
  'room-export': 180_000,
};
const lookEveryMs = 500;
/** A killed worker's job is found by another after at most these two together. */
const lockMs = 10_000;
const stalledLookMs = 5_000;
const closeWithinMs = 5_000;

export type JobWorkersOptions = {
  url: string; work: JobWork; queues: JobQueues; news: JobNews; report: Report;
  /** How many of each kind are done at the same time. Default 1. */
  atOnce?: number;
  /** Shorter times than the usual, milliseconds. */
  times?: Partial<{ quiet: number; look: number; lock: number; stalledLook: number }>;
};

/**
 * Takes jobs from the queues and does them, each kind in a lane of its own: a clip or the minutes never wait for a film.
 * `close` lets go of what runs; another worker, or the next start, does it again.
 */
export function jobWorkers(options: JobWorkersOptions): { close(): Promise<void> } {
  const workers = jobNames.map((name) => startWorker(name, options));
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

function startWorker<N extends JobName>(name: N, options: JobWorkersOptions): Worker<Jobs[N]> {
  const { url, report, atOnce = 1, times = {} } = options;
  const worker = new Worker<Jobs[N]>(
    name,
    // BullMQ gives a signal only to a function that declares all three.
    (job, token, signal) => runJob(name, { job, token: token ?? '', outside: signal ?? neverAborted }, options),
    {
      prefix: queuePrefix, connection: { url, maxRetriesPerRequest: null }, skipVersionCheck: true, concurrency: atOnce,
      lockDuration: times.lock ?? lockMs, stalledInterval: times.stalledLook ?? stalledLookMs, maxStalledCount: 10,
    },
  );
  worker.on('lockRenewalFailed', (jobIds) => { for (const jobId of jobIds) worker.cancelJob(jobId, 'lost'); });
  worker.on('failed', (job, error) => {
    if (job) void tellFailure(name, { job, error }, options);
    else report(error);
  });
  reportOutages(worker, report);
  return worker;
}

type Taken<N extends JobName> = { job: QueuedJob<Jobs[N]>; token: string; outside: AbortSignal };

async function runJob<N extends JobName>(name: N, { job, token, outside }: Taken<N>, { work, queues, news, times = {} }: JobWorkersOptions): Promise<void> {
  const jobId = job.id ?? '';
  if (await queues.isCancelled(jobId)) throw cancelledWork();
  // One that is run again is taken at once, though what it needs may only be on its way.
  if (needs[name] && (await job.moveToWaitingChildren(token))) throw new WaitingChildrenError();
  const watch = watchOver({ outside, quietMs: times.quiet ?? quietMs[name], lookEveryMs: times.look ?? lookEveryMs, isCancelled: () => queues.isCancelled(jobId) });
  const tell = tellOf(name, job, news);
  const run: JobRun<N> = {
    jobId, data: job.data, attempt: job.attemptsStarted, signal: watch.signal, missed: () => queues.missed(jobId),
    async tell(progress) {
      if (watch.signal.aborted) return;
      watch.hear(progress);
      await tell({ state: 'running', ...progress });
    },
  };
  try {
    await tell({ state: 'running' });
    await Promise.race([work[name](run), watch.givenUp]);
  } catch (error) {
    const stopped: unknown = watch.signal.reason;
    if (!(stopped instanceof WorkStopped)) throw error;
    if (stopped.stop === 'cancelled') throw cancelledWork();
    if (stopped.stop !== 'closing') throw stopped;
    // Not the work's fault: no attempt is lost and nobody waits for a back-off.
    await job.moveToWait(token);
    await tell({ state: 'waiting' });
    throw new WaitingError();
  } finally {
    watch.end();
  }
  await tell({ state: 'done', percent: 100, leftMs: 0 });
}

type Failure = { job: QueuedJob<Jobs[JobName]>; error: Error };

async function tellFailure(name: JobName, { job, error }: Failure, { queues, news, report }: JobWorkersOptions): Promise<void> {
  const tell = tellOf(name, job, news);
  // What another needs was cancelled: so is that other.
  const isCancelled = error instanceof CancelledWork || (await queues.isCancelled(job.id ?? '').catch(() => false));
  if (isCancelled) return tell({ state: 'cancelled' });
  if (job.deferredFailure) return tell({ state: 'failed', error: null });
  report(error);
  const forGood = job.attemptsMade >= (job.opts.attempts ?? 1) || error instanceof UnrecoverableError;
  return tell({ state: forGood ? 'failed' : 'waiting', error: error.message });
}

type Change = Pick<JobProgress, 'state'> & Partial<JobProgress>;

const tellOf = (name: JobName, job: QueuedJob<Jobs[JobName]>, news: JobNews) => (change: Change): Promise<void> =>
  news.tell(job.data.roomId, { jobId: job.id ?? '', name, percent: 0, leftMs: null, step: null, error: null, ...change });
