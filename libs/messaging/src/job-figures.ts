import type { JobName, JobProgress, Jobs, RoomId } from '@yaji/contracts';
import type { JobState, JobType } from 'bullmq';
import type { JobHouse } from './job-house.ts';
import { jobNames } from './job-ids.ts';
import { waiting } from './job-progress.ts';
import { derived, reasonOf } from './job-wishes.ts';

export type JobCounts = Record<'waiting' | 'active' | 'delayed' | 'waiting-children' | 'failed' | 'cancelled', number>;

export async function counts(name: JobName, { queueOf, marks }: JobHouse): Promise<JobCounts> {
  const queue = queueOf(name);
  const found = await queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'waiting-children', 'failed');
  const own = (await marks.all()).filter((jobId) => jobId.startsWith(`${name}:`));
  const states = await Promise.all(own.map((jobId) => queue.getJobState(jobId)));
  const but = (state: JobState): number => (found[state] ?? 0) - states.filter((one) => one === state).length;
  const cancelled = states.filter((state) => state !== 'active' && state !== 'completed' && state !== 'unknown').length;
  return { 'waiting': but('waiting') + but('prioritized'), 'active': found['active'] ?? 0, 'delayed': but('delayed'), 'waiting-children': but('waiting-children'), 'failed': but('failed'), cancelled };
}

const stateOf: Record<string, JobProgress['state']> = { active: 'running', failed: 'failed' };
const unfinishedStates = ['active', 'failed', 'waiting', 'prioritized', 'delayed', 'waiting-children'] as const satisfies readonly JobType[];
const shownOfEach = 100;

export async function unfinished({ queueOf, marks, news }: JobHouse): Promise<{ roomId: RoomId; progress: JobProgress }[]> {
  const cancelled = new Set(await marks.all());
  const found = await Promise.all(jobNames.flatMap((name) => unfinishedStates.map(async (state) => {
    const jobs = await queueOf(name).getJobs(state, 0, shownOfEach - 1);
    return jobs.map((job) => ({ jobId: job.id ?? '', name, state, roomId: (job.data as Jobs[JobName]).roomId, error: reasonOf(job) }));
  })));
  const jobs = found.flat();
  const rooms = [...new Set(jobs.map(({ roomId }) => roomId))];
  const told = new Map((await Promise.all(rooms.map((roomId) => news.latest(roomId)))).flat().map((one) => [one.jobId, one]));
  return jobs.map(({ jobId, name, state, roomId, error }) => {
    const now = cancelled.has(jobId) && state !== 'active' ? 'cancelled' : (stateOf[state] ?? 'waiting');
    const last = told.get(jobId);
    const failure = now === 'cancelled' || (error !== null && derived.test(error)) ? null : error;
    return { roomId, progress: last?.state === now ? last : { ...waiting(jobId, name), state: now, error: failure } };
  });
}
