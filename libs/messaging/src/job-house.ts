import type { JobName } from '@yaji/contracts';
import type { Queue } from 'bullmq';
import type { Cancellations } from './job-cancellations.ts';
import type { JobNews } from './job-progress.ts';

/** What the wishes and figures of jobs are answered from. */
export type JobHouse = { queueOf: (name: JobName) => Queue; marks: Cancellations; news: JobNews };
