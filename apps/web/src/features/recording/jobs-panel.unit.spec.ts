import { describe, expect, it } from '@jest/globals';
import type { JobProgress } from '@yaji/contracts';
import { jobsPanel, mayCancel, mayRetry, withNews } from './jobs-panel.ts';

const job = (name: JobProgress['name'], number: string, changed: Partial<JobProgress> = {}): JobProgress =>
  ({ jobId: `${name}:4a8a9a52-55c1-4f6f-8f3c-0f3a2c1d9e10:${number}`, name, state: 'waiting', percent: 0, leftMs: null, step: null, error: null, ...changed });

describe('the jobs of a room', () => {
  it('show its aftermath as one, as far as its steps are, the film weighing most', () => {
    const film = job('recording-publish', '90', { state: 'running', percent: 50 });
    const { whole, single } = jobsPanel([job('aftermath', '90'), job('recording-extras', '90'), film, job('minutes-render', '90', { state: 'done', percent: 100 })]);
    expect(whole).toMatchObject({ state: 'running', percent: 45, ready: 1 });
    expect(whole?.steps.map(({ name }) => name)).toEqual(['recording-publish', 'recording-extras', 'minutes-render']);
    expect(single).toEqual([]);
  });
  it('show an aftermath as waiting until one of its steps begins, and as whole when it is done', () => {
    expect(jobsPanel([job('aftermath', '90'), job('minutes-render', '90')]).whole).toMatchObject({ state: 'waiting', percent: 0 });
    expect(jobsPanel([job('aftermath', '90', { state: 'done' })]).whole).toMatchObject({ state: 'done', percent: 100, steps: [] });
  });
  it('show a recording that was ordered anew beside the aftermath, and older ones not at all', () => {
    const anew = job('recording-publish', '90-2', { state: 'running' });
    const jobs = [job('recording-publish', '90-1', { state: 'done' }), anew, job('aftermath', '90', { state: 'done' }), job('recording-publish', '90', { state: 'done' }), job('minutes-render', '8')];
    expect(jobsPanel(jobs).single).toEqual([anew]);
    expect(jobsPanel([job('minutes-render', '9'), job('minutes-render', '10')]).single.map(({ jobId }) => jobId.split(':').at(-1))).toEqual(['10']);
  });
  it('count every clip but those that were cancelled, and name those that failed', () => {
    const failed = job('turn-clip', '30', { state: 'failed', error: 'no disk' });
    const clips = [job('turn-clip', '10', { state: 'done' }), job('turn-clip', '20', { state: 'done' }), failed, job('turn-clip', '40', { state: 'cancelled' }), job('turn-clip', '50')];
    expect(jobsPanel(clips)).toEqual({ whole: null, single: [], clips: { total: 4, ready: 2, failed: [failed] } });
  });
  it('take the later word on each, and offer what can be done', () => {
    const done = job('minutes-render', '9', { state: 'done' });
    expect(withNews([job('minutes-render', '9'), job('turn-clip', '3')], [done])).toEqual([done, job('turn-clip', '3')]);
    const states = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
    expect(states.filter((state) => mayCancel(job('turn-clip', '1', { state })))).toEqual(['waiting', 'running']);
    expect(states.filter((state) => mayRetry(job('turn-clip', '1', { state })))).toEqual(['failed', 'cancelled']);
  });
});
