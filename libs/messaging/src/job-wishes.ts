import type { JobName, RoomId } from '@yaji/contracts';
import type { Job as QueuedJob, JobState } from 'bullmq';
import { cancelledWith, needs, rerunWith } from './job-flow.ts';
import type { JobHouse } from './job-house.ts';
import { besideIn, readJobId } from './job-ids.ts';
import { waiting } from './job-progress.ts';

/** What came of a wish: nobody knows the job, or it stands in a way in which that cannot be done. */
export type Wish = 'done' | 'not-there' | 'not-now';
/** A job that a flow did without. `why` null: it was cancelled. */
export type Missed = { name: JobName; why: string | null };

type Standing = { jobId: string; name: JobName; roomId: RoomId; job: QueuedJob; state: JobState };

/** Those of a job's flow that there are. */
async function standingOf(jobId: string, names: (name: JobName) => readonly JobName[], { queueOf }: JobHouse): Promise<Standing[]> {
  const read = readJobId(jobId);
  if (!read) return [];
  const found = await Promise.all(names(read.name).map(async (name): Promise<Standing | null> => {
    const job = await queueOf(name).getJob(besideIn(read, name));
    const state = job ? await job.getState() : 'unknown';
    return job && state !== 'unknown' ? { jobId: besideIn(read, name), name, roomId: read.roomId, job, state } : null;
  }));
  return found.filter((one) => one !== null);
}

export async function retry(jobId: string, house: JobHouse): Promise<Wish> {
  const family = await standingOf(jobId, (name) => rerunWith[name], house);
  const own = family.find((one) => one.jobId === jobId);
  if (!own) return 'not-there';
  const marked = await Promise.all(family.map((one) => house.marks.isMarked(one.jobId)));
  const ended = family.filter(({ state }, index) => state === 'failed' || (marked[index] === true && state !== 'active' && state !== 'completed'));
  if (!ended.includes(own)) return 'not-now';
  await house.marks.unmark(ended.map((one) => one.jobId));
  // A child goes back to the needs of its parent before the parent is taken again.
  for (const { job, state, roomId, name, jobId: id } of ended) {
    if (state === 'failed') await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
    await house.news.tell(roomId, waiting(id, name));
  }
  return 'done';
}

export async function cancel(jobId: string, house: JobHouse): Promise<Wish> {
  const family = await standingOf(jobId, (name) => cancelledWith[name], house);
  const own = family.find((one) => one.jobId === jobId);
  if (!own) return 'not-there';
  const ending = family.filter(({ state }) => state !== 'completed' && state !== 'failed');
  if (!ending.includes(own)) return 'not-now';
  await house.marks.mark(ending.map((one) => one.jobId));
  // Whoever runs one says himself when it has ended.
  for (const { roomId, name, jobId: id } of ending.filter(({ state }) => state !== 'active')) await house.news.tell(roomId, { ...waiting(id, name), state: 'cancelled' });
  return 'done';
}

/** BullMQ's words for a job that fails because what it needs has. */
export const derived = /^child .* failed$/;

/** BullMQ calls it a text always; a job that never failed has none. */
export const reasonOf = (job: { failedReason?: string | undefined }): string | null => job.failedReason ?? null;

export async function missed(jobId: string, house: JobHouse): Promise<Missed[]> {
  const failed = (await standingOf(jobId, (name) => needs[name] ?? [], house)).filter(({ state }) => state === 'failed');
  const marked = await Promise.all(failed.map((one) => house.marks.isMarked(one.jobId)));
  return failed.flatMap(({ name, job }, index): Missed[] => {
    if (marked[index]) return [{ name, why: null }];
    const why = reasonOf(job);
    return why !== null && derived.test(why) ? [] : [{ name, why: why ?? 'it does not say why' }];
  });
}
