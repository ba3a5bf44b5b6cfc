import type { JobProgress } from '@yaji/contracts';
import { asMinutes } from '../../i18n/times.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/controls/button.tsx';
import type { JobWishes } from './job-wishes.ts';
import { mayCancel, mayRetry, numberOf } from './jobs-panel.ts';
import css from './recording.module.css';

/** One job: what it is, how far it is, why it failed, and what may be done about it. `wishes`: null for those who only look. */
export function JobLine({ job, wishes }: { job: JobProgress; wishes: JobWishes | null }) {
  const { t } = useWords();
  const name = job.name === 'turn-clip' ? t('jobs.clip', { entry: numberOf(job.jobId)[0] }) : t(`jobName.${job.name}`);
  return (
    <div className={css.job} data-job={job.name} data-state={job.state}>
      <span className={css.line}><span>{name}</span><span className="faint figures"><Progressed job={job} /></span></span>
      {job.state === 'running' && <Bar percent={job.percent} label={name} />}
      <Failure job={job} />
      {wishes && <JobButtons job={job} name={name} wishes={wishes} />}
    </div>
  );
}

export function Bar({ percent, label }: { percent: number; label: string }) {
  return <progress className={css.progress} max={100} value={percent} aria-label={label} />;
}

export function JobButtons({ job, name, wishes }: { job: JobProgress; name: string; wishes: JobWishes }) {
  const { t } = useWords();
  if (!mayCancel(job) && !mayRetry(job)) return null;
  return (
    <span className={css.acts}>
      {mayCancel(job) && <Button size="sm" variant="quiet" aria-label={`${t('app.cancel')}: ${name}`} data-testid="cancel-job" onClick={() => wishes.cancel(job)}>{t('app.cancel')}</Button>}
      {mayRetry(job) && <Button size="sm" variant="plain" aria-label={`${t('app.retry')}: ${name}`} data-testid="retry-job" onClick={() => wishes.retry(job)}>{t('app.retry')}</Button>}
    </span>
  );
}

/** What happened, what it means, what to do. */
export function Failure({ job: { name, state, error } }: { job: JobProgress }) {
  const { t } = useWords();
  if (state === 'waiting' && error !== null) return <p className="faint small">{t('jobs.triesAgain', { error })}</p>;
  if (state !== 'failed') return null;
  return (
    <p className={css.failure}>
      {error === null ? t('jobs.needed') : t('jobs.happened', { error })} {t(`jobMeans.${name}`)} {t(error === null ? 'jobs.doNeeded' : 'jobs.do')}
    </p>
  );
}

export function Progressed({ job: { state, percent, leftMs } }: { job: Pick<JobProgress, 'state' | 'percent' | 'leftMs'> }) {
  const { t, language } = useWords();
  if (state !== 'running') return <>{t(`jobState.${state}`)}</>;
  const part = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(percent / 100);
  const left = leftMs === null ? '' : ` · ${t('recording.leftAbout', { left: leftMs < 60_000 ? t('time.seconds', { count: Math.ceil(leftMs / 1000) }) : t('time.short', { count: asMinutes(leftMs) }) })}`;
  return <>{part}{left}</>;
}
