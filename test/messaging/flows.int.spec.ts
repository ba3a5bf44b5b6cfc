import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Job, JobName, JobProgress, RoomId } from '@yaji/contracts';
import { hopeless, jobIdOf, type JobRun, jobWorkers, type JobWorkersOptions, type Messaging, type Missed, openMessaging } from '@yaji/messaging';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { services } from '../support/services.ts';
import { evenWork } from './even-work.ts';

let url: string;
let direct: Redis;
let one: Messaging;
const open: { close(): Promise<void> }[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  url = (await services()).redisUrl;
  direct = new Redis(url, { disconnectTimeout: 100, maxRetriesPerRequest: null });
});
beforeEach(async () => {
  await direct.flushall();
  one = openMessaging(url, () => undefined);
  await one.whenThere(3_000);
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(open.splice(0).map((workers) => workers.close()));
  await one.close();
});
afterAll(async () => {
  await direct.quit();
});

type Work = (name: JobName, run: JobRun<JobName>) => Promise<void>;
const quick = { look: 20, lock: 1_000, stalledLook: 200 };
const start = (work: Work, times: JobWorkersOptions['times'] = {}, atOnce = 1): void => {
  open.push(jobWorkers({ url, work: evenWork(work), queues: one.queues, news: one.jobNews, report: () => undefined, atOnce, times: { ...quick, ...times } }));
};

const aftermathOf = (roomId: RoomId): Job => ({ name: 'aftermath', data: { roomId, upTo: 12 } });
const idIn = (roomId: RoomId, name: JobName): string => `${name}:${roomId}:12`;
const room = (): RoomId => randomUUID() as RoomId;

async function until(condition: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('it did not come to that');
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
}
const standing = async (roomId: RoomId): Promise<Partial<Record<JobName, JobProgress>>> => Object.fromEntries((await one.jobNews.latest(roomId)).map((job) => [job.name, job]));
const states = async (roomId: RoomId): Promise<Partial<Record<JobName, string>>> => Object.fromEntries(Object.entries(await standing(roomId)).map(([name, { state }]) => [name, state]));
const isOver = async (roomId: RoomId, state: JobProgress['state']): Promise<boolean> => (await standing(roomId)).aftermath?.state === state;
/** Ends when it is told to stop, as a program does. */
const untilStopped = ({ signal }: JobRun<JobName>): Promise<never> => new Promise((_, reject) => { signal.addEventListener('abort', () => { reject(new Error('ended with SIGKILL')); }); });

describe('the aftermath of a room', () => {
  it('is one flow: the extras after the film, the minutes beside them, the stock in the end; asked for twice it is done once', async () => {
    const done: JobName[] = [];
    let minutesWritten: () => void = () => undefined;
    const minutes = new Promise<void>((resolve) => { minutesWritten = resolve; });
    start(async (name) => {
      // The film is not ready before the minutes are: they do not wait for it.
      if (name === 'recording-publish') await minutes;
      if (name === 'minutes-render') minutesWritten();
      done.push(name);
    });
    const roomId = room();
    await one.queues.add(aftermathOf(roomId));
    await one.queues.add(aftermathOf(roomId));
    await until(() => isOver(roomId, 'done'));
    await one.queues.add(aftermathOf(roomId));
    expect(done).toEqual(['minutes-render', 'recording-publish', 'recording-extras', 'aftermath']);
    expect(await states(roomId)).toEqual({ 'aftermath': 'done', 'recording-publish': 'done', 'recording-extras': 'done', 'minutes-render': 'done' });
    // A recording made anew by order is a chain of its own.
    await one.queues.add({ name: 'recording-publish', data: { roomId, upTo: 12, order: 1 } });
    await until(() => done.length === 6);
    expect(done.slice(4)).toEqual(['recording-publish', 'recording-extras']);
  });

  it('fails with its film, but not its minutes; the film run again completes it', async () => {
    const done: JobName[] = [];
    const lacking: Missed[][] = [];
    let broken = true;
    start(async (name, run) => {
      if (name === 'recording-publish' && broken) throw hopeless('no such track');
      if (name === 'aftermath') {
        lacking.push(await run.missed());
        if (lacking.at(-1)?.length !== 0) throw hopeless('the recording could not be made: no such track');
      }
      done.push(name);
    });
    const roomId = room();
    await one.queues.add(aftermathOf(roomId));
    await until(() => isOver(roomId, 'failed'));
    const failed = await standing(roomId);
    expect([failed['recording-publish']?.error, failed['recording-extras']?.error, failed['minutes-render']?.state]).toEqual(['no such track', null, 'done']);
    expect(lacking).toEqual([[{ name: 'recording-publish', why: 'no such track' }]]);
    expect((await one.queues.unfinished()).map(({ progress: { name, error } }) => [name, error]).sort()).toEqual([['aftermath', 'the recording could not be made: no such track'], ['recording-extras', null], ['recording-publish', 'no such track']]);
    broken = false;
    // Whichever of them is pressed: what it needs and what needs it go with it.
    expect(await one.queues.retry(idIn(roomId, 'recording-extras'))).toBe('done');
    await until(() => isOver(roomId, 'done'));
    expect(done).toEqual(['minutes-render', 'recording-publish', 'recording-extras', 'aftermath']);
    expect([lacking.length, lacking.at(-1)]).toEqual([2, []]);
    expect(await one.queues.retry(idIn(roomId, 'aftermath'))).toBe('not-now');
  });

  it('is cancelled in part, waiting or running, which is no failure; and taken up again', async () => {
    const [first, second] = [room(), room()];
    let begun: RoomId | null = null;
    let blocked = true;
    start(async (name, run) => {
      if (name === 'recording-publish' && blocked) {
        begun = run.data.roomId;
        await untilStopped(run);
      }
    });
    await one.queues.add(aftermathOf(first));
    await until(() => begun === first);
    await one.queues.add(aftermathOf(second));
    expect(await one.queues.cancel(idIn(second, 'recording-publish'))).toBe('done');
    expect(await states(second)).toMatchObject({ 'recording-publish': 'cancelled', 'recording-extras': 'cancelled' });
    expect(await one.queues.counts('recording-publish')).toEqual({ 'waiting': 0, 'active': 1, 'delayed': 0, 'waiting-children': 0, 'failed': 0, 'cancelled': 1 });
    expect(await one.queues.cancel(idIn(first, 'recording-publish'))).toBe('done');
    await until(async () => (await states(first))['recording-publish'] === 'cancelled');
    // The stub of the stock is content with what there is.
    await until(async () => (await isOver(first, 'done')) && (await isOver(second, 'done')));
    expect(begun).toBe(first);
    expect(await one.queues.counts('recording-publish')).toEqual({ 'waiting': 0, 'active': 0, 'delayed': 0, 'waiting-children': 0, 'failed': 0, 'cancelled': 2 });
    expect((await one.queues.unfinished()).every(({ progress: { state, error } }) => state === 'cancelled' && error === null)).toBe(true);
    expect([await one.queues.cancel(idIn(first, 'recording-publish')), await one.queues.cancel(idIn(room(), 'recording-publish')), await one.queues.cancel('nothing')]).toEqual(['not-now', 'not-there', 'not-there']);
    blocked = false;
    expect(await one.queues.retry(idIn(second, 'recording-publish'))).toBe('done');
    await until(async () => (await states(second))['recording-extras'] === 'done');
    expect(await states(first)).toMatchObject({ 'recording-publish': 'cancelled', 'recording-extras': 'cancelled', 'minutes-render': 'done' });
  });

  it('is noticed where it gets on no more, stopped, and tried again with a pause', async () => {
    const roomId = room();
    let attempts = 0;
    start(async (_, run) => {
      attempts += 1;
      if (attempts > 1) return;
      const telling = setInterval(() => void run.tell({ percent: 40, leftMs: null, step: 'cutting' }), 50);
      await untilStopped(run).finally(() => { clearInterval(telling); });
    }, { quiet: 300 });
    const job: Job = { name: 'turn-clip', data: { roomId, upTo: 12, turn: 3 } };
    await one.queues.add(job);
    await until(async () => (await standing(roomId))['turn-clip']?.error !== null && attempts === 1);
    expect((await standing(roomId))['turn-clip']).toMatchObject({ state: 'waiting', error: 'no progress for 0.3 s at step cutting (40 %)' });
    expect(await one.queues.counts('turn-clip')).toMatchObject({ delayed: 1, failed: 0 });
    const queue = new Queue('turn-clip', { prefix: 'yaji', connection: direct });
    await (await queue.getJob(jobIdOf(job)))?.promote();
    await until(async () => (await standing(roomId))['turn-clip']?.state === 'done');
    expect(attempts).toBe(2);
    await queue.close();
  });

  it('survives a worker that is killed in any of its stages', async () => {
    const stages: JobName[] = ['recording-publish', 'recording-extras', 'minutes-render', 'aftermath'];
    const hangsAt = new Map(stages.map((stage) => [room(), stage]));
    const file = 'node_modules/.cache/yaji-run/hanging-worker.js';
    const bundling = `import { bundle } from './infra/tooling/bundle.mjs'; await bundle({ root: process.cwd(), input: 'test/messaging/hanging-worker.ts', file: '${file}' })`;
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', bundling]);
    const child = spawn(process.execPath, [file, url, JSON.stringify(Object.fromEntries(hangsAt))], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    const reached = new Set<string>();
    createInterface({ input: child.stdout }).on('line', (line) => { reached.add(line); });
    for (const roomId of hangsAt.keys()) await one.queues.add(aftermathOf(roomId));
    await until(() => reached.size === stages.length);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const killedAt = Date.now();
    const done: string[] = [];
    start(async (name, { data: { roomId } }) => { done.push(`${roomId} ${name}`); }, {}, 4);
    await until(async () => (await Promise.all([...hangsAt.keys()].map((roomId) => isOver(roomId, 'done')))).every(Boolean));
    expect(Date.now() - killedAt).toBeLessThan(10_000);
    // What was being done is done again, what was done is not.
    for (const [roomId, stage] of hangsAt) expect(done.filter((line) => line === `${roomId} ${stage}`)).toHaveLength(1);
    expect(done.filter((line) => line.endsWith('recording-publish'))).toHaveLength(1);
    expect(new Set(done).size).toBe(done.length);
  });
});
