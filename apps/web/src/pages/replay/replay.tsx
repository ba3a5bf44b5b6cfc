import { useQuery } from '@tanstack/react-query';
import type { Aftermath } from '@yaji/contracts';
import { Jobs } from '../../features/recording/jobs.tsx';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import { ask } from '../../session/rest.ts';
import { useSalonLook } from '../../session/salon-look.ts';
import { type Session, sessionOf } from '../../session/session.ts';
import { ButtonLink } from '../../ui/controls/button.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Local } from '../../ui/name.tsx';
import { paths, usePlace } from '../../ui/route/paths.ts';
import { useTitle } from '../../ui/route/title.ts';
import { Slate } from '../../ui/slate.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { Fault } from '../lost/fault.tsx';
import { ServerState } from '../server-state.tsx';
import { Player } from './player.tsx';
import css from './replay.module.css';

export default function ReplayPage() {
  const { t } = useWords();
  const { salon, room } = usePlace();
  const session = sessionOf(salon);
  return (
    <Frame wide>
      {session ? <ServerState><Replay session={session} salon={salon} room={room} /></ServerState> : (
        <Slate testid="no-session" title={t('replay.needSession')} act={<ButtonLink to={paths.join(salon)}>{t('booklet.join')}</ButtonLink>}><p>{t('replay.needSessionText')}</p></Slate>
      )}
    </Frame>
  );
}

const isUnderWay = (aftermath: Aftermath | undefined): boolean => aftermath?.jobs.some(({ state }) => state === 'waiting' || state === 'running') ?? false;

function Replay({ session, salon, room }: { session: Session; salon: string; room: string }) {
  const { t, language } = useWords();
  const booklet = useSalonLook(salon);
  // While something is being made, its progress is read again; nothing else on this page changes by itself.
  const { data, error, refetch } = useQuery({
    queryKey: ['aftermath', room], queryFn: ({ signal }) => ask<Aftermath>(`/rooms/${room}/aftermath`, { token: session.token, signal }),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? 2_000 : false), staleTime: Number.POSITIVE_INFINITY,
  });
  useTitle(booklet ? `${t('replay.title')}, ${inLanguage(booklet.title, language).text}` : t('replay.title'));
  if (error && !data) return <Fault error={error} again={() => void refetch()} />;
  if (!data || !booklet) return <Waiting words={t('app.loading')} />;
  const { recording, minutes, jobs } = data;
  return (
    <div className={css.replay} data-testid="replay">
      <header className={css.head}>
        <h1><Local of={booklet.title} /></h1>
        <div className={css.acts}>
          {recording && <ButtonLink variant="plain" size="sm" external download to={recording.url}>{t('replay.download')}</ButtonLink>}
          {minutes && <ButtonLink variant="plain" size="sm" external download to={minutes.url} testid="minutes">{t('replay.minutes')}</ButtonLink>}
          <ButtonLink variant="quiet" size="sm" to={paths.booklet(salon)}>{t('room.booklet')}</ButtonLink>
        </div>
      </header>
      {recording ? <Player recording={recording} people={booklet.people} /> : <Slate testid="no-recording" title={t('replay.none')}><p>{t('replay.noneText')}</p></Slate>}
      {isUnderWay(data) && <Jobs jobs={jobs} />}
    </div>
  );
}
