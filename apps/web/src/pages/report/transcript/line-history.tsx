import { useQuery } from '@tanstack/react-query';
import type { LineHistory as History } from '@yaji/contracts';
import { useMemo } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { faultWords } from '../../../session/fault-words.ts';
import { ask } from '../../../session/rest.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Name } from '../../../features/member/plate.tsx';
import { Reworded } from './reworded.tsx';
import type { Mending } from './use-mending.ts';
import { useSpeakers } from './use-speakers.ts';
import css from './transcript.module.css';

type Props = { lineId: string; language: string; mending: Mending; putBack: (text: string) => void };

/** Who changed a line, when, and what: the latest first. */
export function LineHistory({ lineId, language, mending: { room, token, booklet }, putBack }: Props) {
  const { t, language: page } = useWords();
  const { data, error } = useQuery({ queryKey: ['line-history', room, lineId], queryFn: ({ signal }) => ask<History>(`/rooms/${room}/transcript/lines/${lineId}/history`, { token, signal }), staleTime: 0 });
  const editors = useMemo(() => (data?.edits ?? []).map(({ by }) => ({ participantId: by })), [data]);
  const speakers = useSpeakers({ booklet, room, token, of: editors });
  if (error) return <p role="alert" className={css.wrong}>{faultWords(error).text}</p>;
  if (!data) return null;
  if (data.edits.length === 0) return <p className="faint small" data-testid="no-history">{t('transcript.historyNone')}</p>;
  const when = new Intl.DateTimeFormat(page, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section aria-label={t('transcript.history')}>
      <p className="label">{t('transcript.history')}</p>
      <ol className={css.history} data-testid="history">
        {data.edits.toReversed().map(({ by, at, before, after }) => (
          <li key={`${at} ${after}`}>
            <p className="faint small"><Name plate={speakers(by)} /> · <time dateTime={new Date(at).toISOString()}>{when.format(at)}</time></p>
            <div lang={language}><Reworded before={before} after={after} /></div>
            <Button size="sm" variant="quiet" aria-label={t('transcript.putBackText', { text: before })} onClick={() => putBack(before)}>{t('transcript.putBack')}</Button>
          </li>
        ))}
      </ol>
    </section>
  );
}
