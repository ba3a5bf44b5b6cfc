import type { OpsReport } from '@yaji/contracts';
import { JobLine } from '../../features/recording/job-line.tsx';
import type { JobWishes } from '../../features/recording/job-wishes.ts';
import { useWords } from '../../i18n/words.ts';
import { Local } from '../../ui/name.tsx';
import css from './ops.module.css';

const order = { failed: 0, running: 1, waiting: 2, cancelled: 3, done: 4 } as const;

/** What failed first: it waits for somebody. */
export function OpsJobs({ jobs, wishes }: { jobs: OpsReport['jobs']; wishes: JobWishes }) {
  const { t } = useWords();
  const shown = jobs === 'unknown' ? [] : [...jobs].sort((a, b) => order[a.state] - order[b.state] || a.jobId.localeCompare(b.jobId));
  return (
    <section className={css.section} aria-label={t('ops.jobs')} data-testid="ops-jobs">
      <h2>{t('ops.jobs')}</h2>
      {jobs === 'unknown' && <p className={css.unknown}>{t('ops.unknownText')}</p>}
      {jobs !== 'unknown' && shown.length === 0 && <p className="faint">{t('ops.noJobs')}</p>}
      <ul className={css.jobs}>
        {shown.map((job) => (
          <li key={job.jobId}>
            <p className="faint small">{job.salon ? <Local of={job.salon} /> : job.roomId}{job.title && <> · <Local of={job.title} /></>}</p>
            <JobLine job={job} wishes={wishes} />
          </li>
        ))}
      </ul>
    </section>
  );
}
