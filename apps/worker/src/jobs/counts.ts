import { jobNames, type JobQueues } from '@yaji/messaging';
import { Gauge, type Registry } from 'prom-client';

/** How many jobs wait, run or failed, for `/metrics`; without Redis the figures of before stay. */
export function countJobs(queues: JobQueues, metrics: Registry, report: (fault: unknown) => void): void {
  new Gauge({
    name: 'yaji_jobs', help: 'Jobs by name and state', labelNames: ['job', 'state'], registers: [metrics],
    async collect() {
      for (const job of jobNames) {
        const counts = await queues.counts(job).catch(report);
        for (const [state, count] of Object.entries(counts ?? {})) this.set({ job, state }, count);
      }
    },
  });
}
