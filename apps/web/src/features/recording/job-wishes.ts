import type { JobProgress } from '@yaji/contracts';
import { say } from '../../i18n/words.ts';
import { faultWords } from '../../session/fault-words.ts';
import { RestFault } from '../../session/rest.ts';
import { confirm } from '../../ui/dialog/confirm.tsx';
import { tell } from '../../ui/dialog/notices.tsx';

export type JobWishes = { retry: (job: JobProgress) => void; cancel: (job: JobProgress) => void };

/** `ask` says a wish to the server; what it refuses is told at the edge of the page. Cancelling asks first. */
export function jobWishes(ask: (jobId: string, wish: 'retry' | 'cancel') => Promise<unknown>): JobWishes {
  const wish = (job: JobProgress, wanted: 'retry' | 'cancel') => {
    ask(job.jobId, wanted).catch((error: unknown) => tell({ text: refusalOf(error), tone: 'bad' }));
  };
  return {
    retry: (job) => wish(job, 'retry'),
    cancel: (job) => confirm({
      title: say('jobs.cancelAsk', { name: say(`jobName.${job.name}`) }), text: say('jobs.cancelText'), yes: say('jobs.cancelYes'), run: () => wish(job, 'cancel'),
    }),
  };
}

function refusalOf(error: unknown): string {
  if (error instanceof RestFault && error.code === 'job/not-now') return say('jobs.notNow');
  return faultWords(error).text;
}
