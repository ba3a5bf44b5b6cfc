import type { Job, JobName } from '@yaji/contracts';
import type { FlowJob, JobsOptions } from 'bullmq';
import { jobIdOf } from './job-ids.ts';

/** A job that fails is tried five times within about five minutes; then it stays to be looked at. */
const jobOptions: JobsOptions = {
  attempts: 5, backoff: { type: 'exponential', delay: 10_000 },
  removeOnComplete: { age: 86_400, count: 1_000 }, removeOnFail: { age: 30 * 86_400 },
};

/** The film of a piece that ended while the room goes on is superseded later: what is final goes before it. BullMQ: 0 comes first. */
const supersededLater = 10;
const first = 0;

type Node = { job: Job; opts?: JobsOptions; children?: FlowJob[] };

const node = ({ job, opts, children }: Node): FlowJob => {
  const common = { name: job.name, queueName: job.name, data: job.data, opts: { ...jobOptions, ...opts, jobId: jobIdOf(job) } };
  return children ? { ...common, children } : common;
};

type Film = Extract<Job, { name: 'recording-publish' }>['data'];

/** What is taken from the film needs the film: it fails with it. */
const filmAndExtras = (data: Film, { priority, extras = {} }: { priority: number; extras?: JobsOptions }): FlowJob => node({
  job: { name: 'recording-extras', data }, opts: { ...extras, priority },
  children: [node({ job: { name: 'recording-publish', data }, opts: { failParentOnFailure: true, priority } })],
});

/**
 * A job with all that is done before it. `recording-publish` is always followed by its extras. The aftermath's parts know nothing of each
 * other: whatever becomes of one, the others are done, and the root takes stock when each has ended in some way.
 */
export function flowOf(job: Job): FlowJob {
  switch (job.name) {
    case 'aftermath': {
      const apart = { ignoreDependencyOnFailure: true };
      return node({ job, children: [filmAndExtras({ ...job.data, order: 0 }, { priority: first, extras: apart }), node({ job: { name: 'minutes-render', data: job.data }, opts: apart })] });
    }
    case 'recording-publish':
      return filmAndExtras(job.data, { priority: job.data.order === 0 ? supersededLater : first });
    default:
      return node({ job });
  }
}

/** Those that wait for others, and for whom. */
export const needs: Partial<Record<JobName, readonly JobName[]>> = { 'recording-extras': ['recording-publish'], 'aftermath': ['recording-publish', 'recording-extras', 'minutes-render'] };

/** What ends with a job that is cancelled: those that need it, and the parts of the whole. */
export const cancelledWith: Record<JobName, readonly JobName[]> = {
  'aftermath': ['recording-publish', 'recording-extras', 'minutes-render', 'aftermath'], 'turn-clip': ['turn-clip'], 'transcribe': ['transcribe'],
  'recording-publish': ['recording-publish', 'recording-extras'], 'recording-extras': ['recording-extras'], 'minutes-render': ['minutes-render'],
  'room-export': ['room-export'],
};

/** Of these, whatever did not come to a good end is run again with a job that is: what it needs, and what needs it; the first to run first. */
export const rerunWith: Record<JobName, readonly JobName[]> = {
  'aftermath': ['recording-publish', 'recording-extras', 'minutes-render', 'aftermath'], 'turn-clip': ['turn-clip'], 'transcribe': ['transcribe'],
  'recording-publish': ['recording-publish', 'recording-extras', 'aftermath'], 'recording-extras': ['recording-publish', 'recording-extras', 'aftermath'],
  'minutes-render': ['minutes-render', 'aftermath'],
  'room-export': ['room-export'],
};

/** Every job of a flow, for telling that it waits. */
export const allOf = (flow: FlowJob): FlowJob[] => [flow, ...(flow.children ?? []).flatMap((child) => allOf(child))];
