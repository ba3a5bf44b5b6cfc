import type { JobProgress } from '@yaji/contracts';

/** What follows the end of a room, as one: `percent` 0 to 100 over all its steps; `ready` of `steps.length` are there. */
export type WholeAftermath = { job: JobProgress; state: JobProgress['state']; percent: number; ready: number; steps: JobProgress[] };
export type JobsPanel = {
  whole: WholeAftermath | null;
  /** The newest of each kind that belongs to no aftermath that is shown; what runs before what is done. */
  single: JobProgress[];
  /** `total`: without those that were cancelled. */
  clips: { total: number; ready: number; failed: JobProgress[] };
};

const rank: Record<JobProgress['state'], number> = { running: 0, waiting: 1, failed: 2, cancelled: 3, done: 4 };
/** In the order in which they are done, with their share of the whole: the film takes nearly all of the time. */
const weights = { 'recording-publish': 70, 'recording-extras': 20, 'minutes-render': 10 } as const;
const stepNames = ['recording-publish', 'recording-extras', 'minutes-render'] as const;

/** The log number and the order at the end of a job's id; later ones supersede earlier ones. */
export function numberOf(jobId: string): [upTo: number, order: number] {
  const [, upTo = '0', order = '0'] = /:(\d+)(?:-(\d+))?$/.exec(jobId) ?? [];
  return [Number(upTo), Number(order)];
}

/** Negative where the first is the older. */
function compared(one: JobProgress, other: JobProgress): number {
  const [[upTo, order], [otherUpTo, otherOrder]] = [numberOf(one.jobId), numberOf(other.jobId)];
  return upTo - otherUpTo || order - otherOrder;
}

const isUnderWay = ({ state }: JobProgress): boolean => state === 'running' || state === 'waiting';
const newest = (jobs: readonly JobProgress[], name: JobProgress['name']): JobProgress | null => jobs.filter((job) => job.name === name).sort(compared).at(-1) ?? null;

export function jobsPanel(jobs: readonly JobProgress[]): JobsPanel {
  const aftermath = newest(jobs, 'aftermath');
  const latest = stepNames.flatMap((name) => newest(jobs, name) ?? []);
  const clips = jobs.filter(({ name, state }) => name === 'turn-clip' && state !== 'cancelled');
  return {
    whole: aftermath && wholeOf(aftermath, jobs),
    single: latest.filter((job) => !aftermath || compared(job, aftermath) > 0).sort((a, b) => rank[a.state] - rank[b.state]),
    clips: { total: clips.length, ready: clips.filter(({ state }) => state === 'done').length, failed: clips.filter(({ state }) => state === 'failed').sort(compared) },
  };
}

function wholeOf(job: JobProgress, jobs: readonly JobProgress[]): WholeAftermath {
  const steps = stepNames.flatMap((name) => jobs.find((one) => one.name === name && compared(one, job) === 0) ?? []);
  const isAtWork = job.state === 'waiting' && steps.some(({ state }) => state === 'running' || state === 'done');
  return { job, state: isAtWork ? 'running' : job.state, percent: job.state === 'done' ? 100 : percentOf(steps), ready: steps.filter(({ state }) => state === 'done').length, steps };
}

function percentOf(steps: readonly JobProgress[]): number {
  const shares = steps.map(({ name, state, percent }) => ({ weight: name in weights ? weights[name as keyof typeof weights] : 0, percent: state === 'done' ? 100 : percent }));
  const all = shares.reduce((sum, { weight }) => sum + weight, 0);
  return all === 0 ? 0 : Math.round(shares.reduce((sum, { weight, percent }) => sum + weight * percent, 0) / all);
}

/** What is known of each job, the later word replacing the earlier. */
export function withNews(known: readonly JobProgress[], news: readonly JobProgress[]): JobProgress[] {
  return [...new Map([...known, ...news].map((job) => [job.jobId, job])).values()];
}

export const mayCancel = isUnderWay;
export const mayRetry = ({ state }: JobProgress): boolean => state === 'failed' || state === 'cancelled';
