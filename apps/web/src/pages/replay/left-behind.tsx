import type { Aftermath, Booklet, RecordingOrder } from '@yaji/contracts';
import { isModerating } from '@yaji/salon';
import { Suspense, useCallback, useState } from 'react';
import { Jobs } from '../../features/recording/jobs.tsx';
import { Clips } from '../../features/replay/offer/clips.tsx';
import { Downloads } from '../../features/replay/offer/downloads.tsx';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import { order as sendOrder } from '../../session/rest.ts';
import { useSalonLook } from '../../session/salon-look.ts';
import type { Session } from '../../session/session.ts';
import { Button, ButtonLink } from '../../ui/controls/button.tsx';
import { Local } from '../../ui/name.tsx';
import { paths } from '../../ui/route/paths.ts';
import { useTitle } from '../../ui/route/title.ts';
import { Slate } from '../../ui/slate.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { Fault } from '../lost/fault.tsx';
import { part } from '../../ui/part/part.ts';
import css from './replay.module.css';
import { type Left, useAftermath } from './use-aftermath.ts';
import { Watch } from './watch.tsx';

const MakeAnew = part(() => import('../../features/replay/offer/make-anew.tsx'));

type Visit = { session: Session; salon: string; room: string };

/** What a talk leaves behind: the film with its log, or what there is of it already. */
export function Replay({ session, salon, room }: Visit) {
  const { t, language } = useWords();
  const booklet = useSalonLook(salon);
  const left = useAftermath(room, session);
  const { aftermath, error, fresh } = left;
  useTitle(booklet ? `${t('replay.title')}, ${inLanguage(booklet.title, language).text}` : t('replay.title'));
  if (error && !aftermath) return <Fault error={error} again={() => void fresh()} />;
  if (!aftermath || !booklet) return <Waiting words={t('app.loading')} />;
  return <LeftBehind visit={{ session, salon, room }} left={left} aftermath={aftermath} booklet={booklet} />;
}

function LeftBehind({ visit, left: { readAt, isMaking, fresh }, aftermath, booklet }: { visit: Visit; left: Left; aftermath: Aftermath; booklet: Booklet }) {
  const { t } = useWords();
  const { session, salon, room } = visit;
  const { recording, clips, jobs } = aftermath;
  const freshClips = useCallback(async () => (await fresh())?.clips ?? null, [fresh]);
  const told = jobs.filter(({ name, state }) => (name === 'recording-publish' || name === 'minutes-render') && (isMaking || state === 'failed'));
  return (
    <div className={css.replay} data-testid="replay">
      <header className={css.head}>
        <h1><Local of={booklet.title} /></h1>
        <div className={css.acts}>
          <Downloads aftermath={aftermath} readAt={readAt} fresh={fresh} />
          {recording && isModerating(session.role) && <Anew visit={visit} recording={recording} booklet={booklet} fresh={fresh} />}
          <ButtonLink variant="quiet" size="sm" to={paths.booklet(salon)}>{t('room.booklet')}</ButtonLink>
        </div>
      </header>
      {told.length > 0 && <Jobs jobs={told} />}
      {recording ? <Watch recording={recording} room={room} session={session} fresh={fresh} />
        : clips.length > 0 ? <Clips clips={clips} people={booklet.people} fresh={freshClips} />
          : <Slate testid="no-recording" title={t('replay.none')}><p>{t('replay.noneText')}</p></Slate>}
    </div>
  );
}

type AnewProps = { visit: Visit; recording: NonNullable<Aftermath['recording']>; booklet: Booklet; fresh: Left['fresh'] };

function Anew({ visit: { session, room }, recording: { order, chapters }, booklet, fresh }: AnewProps) {
  const { t } = useWords();
  const [wanted, want] = useState(false);
  const seen = new Set([...chapters.map(({ participantId }) => participantId), ...(order?.without ?? [])]);
  const people = booklet.people.filter(({ participantId }) => seen.has(participantId)).map(({ participantId, name, organisation }) => ({ participantId, name, organisation, present: false }));
  const send = async (next: RecordingOrder) => {
    await sendOrder(`/rooms/${room}/recording`, { token: session.token, body: next });
    await fresh();
  };
  return (
    <>
      <Button variant="plain" size="sm" onClick={() => want(true)} data-testid="anew">{t('replay.anew')}</Button>
      {wanted && <Suspense><MakeAnew before={order} people={people} languages={booklet.languages} send={send} onClose={() => want(false)} /></Suspense>}
    </>
  );
}
