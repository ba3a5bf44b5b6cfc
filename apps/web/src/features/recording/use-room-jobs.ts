import type { Aftermath, JobProgress } from '@yaji/contracts';
import { useEffect, useMemo, useState } from 'react';
import { useLive } from '../../live/seat.tsx';
import { ask } from '../../session/rest.ts';
import { sessionOf } from '../../session/session.ts';
import { tell } from '../../ui/dialog/notices.tsx';
import { faultWords } from '../../session/fault-words.ts';
import { type JobWishes, jobWishes } from './job-wishes.ts';
import { withNews } from './jobs-panel.ts';

/** The jobs of a room as its moderator sees them: read when the page connects, then as they are told. */
export function useRoomJobs({ salon, room }: { salon: string; room: string }): { jobs: JobProgress[]; wishes: JobWishes } {
  const [known, setKnown] = useState<JobProgress[]>([]);
  const token = sessionOf(salon)?.token;
  const isLive = useLive(({ connection }) => connection === 'live');
  const told = useLive(({ jobs }) => jobs);
  useEffect(() => setKnown((before) => withNews(before, told)), [told]);
  useEffect(() => {
    if (!isLive) return undefined;
    const leaving = new AbortController();
    ask<Aftermath>(`/rooms/${room}/aftermath`, { token, signal: leaving.signal })
      .then(({ jobs }) => setKnown((before) => withNews(before, jobs)))
      .catch((error: unknown) => { if (!leaving.signal.aborted) tell({ text: faultWords(error).text, tone: 'bad' }); });
    return () => leaving.abort();
  }, [isLive, room, token]);
  const wishes = useMemo(() => jobWishes(async (jobId, wish) => {
    const { jobs } = await ask<{ jobs: JobProgress[] }>(`/rooms/${room}/jobs/${encodeURIComponent(jobId)}/${wish}`, { token, body: {} });
    setKnown((before) => withNews(before, jobs));
  }), [room, token]);
  return { jobs: known, wishes };
}
