import type { JobProgress } from '@yaji/contracts';
import { asMinutes } from '../../i18n/times.ts';
import { useWords } from '../../i18n/words.ts';
import css from './recording.module.css';

/** What is being made after and beside the talk, and how far it is. */
export function Jobs({ jobs }: { jobs: readonly JobProgress[] }) {
  const { t } = useWords();
  return jobs.length === 0 ? null : (
    <ul className={css.jobs} data-testid="jobs">
      {jobs.map((job) => (
        <li key={job.jobId} className={css.job} data-job={job.name} data-state={job.state}>
          <span className={css.line}>
            <span>{job.name === 'recording-publish' ? t('recording.publish') : t('recording.minutes')}</span>
            <span className="faint figures"><Progressed job={job} /></span>
          </span>
          {job.state === 'running' && <progress className={css.progress} max={100} value={job.percent} aria-label={job.name === 'recording-publish' ? t('recording.publish') : t('recording.minutes')} />}
        </li>
      ))}
    </ul>
  );
}

function Progressed({ job: { state, percent, leftMs, error } }: { job: JobProgress }) {
  const { t, language } = useWords();
  switch (state) {
    case 'waiting': return <>{t('recording.waiting')}</>;
    case 'done': return <>{t('recording.done')}</>;
    case 'cancelled': return <>{t('recording.cancelled')}</>;
    case 'failed': return <>{t('recording.failed', { error: error ?? '' })}</>;
    case 'running': {
      const part = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(percent / 100);
      const left = leftMs === null ? '' : ` · ${t('recording.leftAbout', { left: leftMs < 60_000 ? t('time.seconds', { count: Math.ceil(leftMs / 1000) }) : t('time.short', { count: asMinutes(leftMs) }) })}`;
      return <>{part}{left}</>;
    }
  }
}
