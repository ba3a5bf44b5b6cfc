import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OpsReport } from '@yaji/contracts';
import { useEffect, useMemo } from 'react';
import { jobWishes } from '../../features/recording/job-wishes.ts';
import { timeOf } from '../../i18n/times.ts';
import { useWords } from '../../i18n/words.ts';
import { ask, RestFault } from '../../session/rest.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { Fault } from '../lost/fault.tsx';
import { Health } from './health.tsx';
import { OpsJobs } from './ops-jobs.tsx';
import css from './ops.module.css';
import { MediaNodes, Queues, Rooms } from './tables.tsx';

const everyMs = 5_000;
/** The server itself waits two seconds for what does not answer. */
const patienceMs = 8_000;

/** The figures, read again and again; the last ones stay where there are no newer ones. `refuse`: the key is not the operator's. */
export function House({ operator, refuse }: { operator: string; refuse: () => void }) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const queryKey = useMemo(() => ['ops', operator], [operator]);
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    queryKey, queryFn: ({ signal }) => ask<OpsReport>('/ops', { token: operator, signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]) }),
    refetchInterval: everyMs, retry: false, staleTime: 0, networkMode: 'always',
  });
  const isRefused = error instanceof RestFault && error.status === 401;
  useEffect(() => { if (isRefused) refuse(); }, [isRefused, refuse]);
  const wishes = useMemo(() => jobWishes(async (jobId, wish) => {
    client.setQueryData(queryKey, await ask<OpsReport>(`/ops/jobs/${encodeURIComponent(jobId)}/${wish}`, { token: operator, body: {} }));
  }), [client, operator, queryKey]);
  if (error && !data) return isRefused ? null : <Fault error={error} again={() => void refetch()} />;
  if (!data) return <Waiting words={t('app.loading')} />;
  const at = new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(dataUpdatedAt);
  return (
    <div className={css.ops} data-testid="ops" data-stale={error !== null}>
      <header className={css.head}>
        <h1>{t('ops.title')}</h1>
        <p className={error ? css.stale : 'faint small figures'} role={error ? 'alert' : undefined}>{error ? t('ops.stale', { time: timeOf(dataUpdatedAt, { language }) }) : t('ops.asOf', { time: at })}</p>
      </header>
      <Health health={data.health} />
      <OpsJobs jobs={data.jobs} wishes={wishes} />
      <Rooms rooms={data.rooms} />
      <MediaNodes nodes={data.media} />
      <Queues queues={data.queues} />
    </div>
  );
}
