import type { JobProgress } from '@yaji/contracts';
import { useWords } from '../../i18n/words.ts';
import { Bar, Failure, JobButtons, JobLine, Progressed } from './job-line.tsx';
import type { JobWishes } from './job-wishes.ts';
import { type JobsPanel, jobsPanel, type WholeAftermath } from './jobs-panel.ts';
import css from './recording.module.css';

type Props = { jobs: readonly JobProgress[]; wishes?: JobWishes | null };

/** What is being made after and beside the talk, and how far it is. `wishes`: absent for those who only look. */
export function Jobs({ jobs, wishes = null }: Props) {
  const { whole, single, clips } = jobsPanel(jobs);
  return jobs.length === 0 ? null : (
    <div className={css.jobs} data-testid="jobs">
      {whole && <Whole whole={whole} wishes={wishes} />}
      {single.map((job) => <JobLine key={job.jobId} job={job} wishes={wishes} />)}
      {clips.total > 0 && <Clips clips={clips} wishes={wishes} />}
    </div>
  );
}

function Whole({ whole: { job, state, percent, ready, steps }, wishes }: { whole: WholeAftermath; wishes: JobWishes | null }) {
  const { t } = useWords();
  const name = t('jobName.aftermath');
  // The reasons of a failure are told by the step that failed, where there is one.
  const isTold = steps.some((step) => step.state === 'failed');
  return (
    <div className={css.job} data-job="aftermath" data-state={state}>
      <span className={css.line}><span>{name}</span><span className="faint figures"><Progressed job={{ state, percent, leftMs: null }} /></span></span>
      {state === 'running' && <Bar percent={percent} label={name} />}
      {!isTold && <Failure job={job} />}
      {steps.length > 0 && (
        <details className={css.steps} open={isTold || undefined}>
          <summary>{t('jobs.parts', { ready, total: steps.length })}</summary>
          {steps.map((step) => <JobLine key={step.jobId} job={step} wishes={wishes} />)}
        </details>
      )}
      {wishes && <JobButtons job={job} name={name} wishes={wishes} />}
    </div>
  );
}

function Clips({ clips: { ready, total, failed }, wishes }: { clips: JobsPanel['clips']; wishes: JobWishes | null }) {
  const { t } = useWords();
  return (
    <div className={css.job} data-testid="clips">
      <span className={css.line}><span>{t('jobName.turn-clip')}</span><span className="faint figures">{t('jobs.clips', { ready, count: total })}</span></span>
      {failed.map((job) => <JobLine key={job.jobId} job={job} wishes={wishes} />)}
    </div>
  );
}
