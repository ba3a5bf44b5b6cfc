import { useEffect, useState } from 'react';
import { renderSVG } from 'uqr';
import { runningTopic } from '../../features/agenda/topic-line.ts';
import { Countdown } from '../../features/floor/turn/countdown.tsx';
import { queuePanel } from '../../features/floor/queue/queue-panel.ts';
import { turnPanel } from '../../features/floor/turn/turn-panel.ts';
import { NamePlate } from '../../features/member/plate.tsx';
import { RecordingMark } from '../../features/recording/notice.tsx';
import { stagePanel } from '../../features/stage/stage-panel.ts';
import { StageView } from '../../features/stage/stage.tsx';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useLive } from '../../live/seat.tsx';
import { Sounds } from '../../media/sounds.tsx';
import { useSalonLook } from '../../session/salon-look.ts';
import { Moment } from '../../ui/moment.tsx';
import { Local, OtherScript } from '../../ui/name.tsx';
import { paths, usePlace } from '../../ui/route/paths.ts';
import { useTitle } from '../../ui/route/title.ts';
import { useWakeLock } from '../../ui/wake-lock.ts';
import { useLinkState } from '../room/connection-banner.tsx';
import css from './hall.module.css';

/** The projector: sound and picture, name plate, clock, who is next, and a way in by phone. Nothing to press. */
export function HallScreen({ view }: { view: RoomView }) {
  const { t, language } = useWords();
  const { salon } = usePlace();
  const seq = useLive(({ held }) => held?.seq);
  const state = useLinkState();
  const turn = turnPanel(view);
  const next = queuePanel(view).rows.slice(0, 3);
  useSalonLook(salon);
  useTitle(inLanguage(view.room.title, language).text);
  useWakeLock();
  return (
    <div className={css.hall} data-testid="room" data-seq={seq} data-state={state}>
      <header className={css.head}>
        <Topic view={view} />
        <div className={css.marks}><RecordingMark running={view.room.recording.running} /><Offline lost={state !== 'live'} /></div>
      </header>
      <Sounds />
      <main className={css.stage}><h1 className="sr">{t('room.stage')}</h1><StageView panel={{ ...stagePanel(view), beside: [] }} me={view.me.participantId} pictures /></main>
      <aside className={css.aside} aria-label={t('hall.next')}>
        {turn && <div className={css.clock}><Countdown clock={turn.clock} warnMs={turn.warnMs} size="large" /></div>}
        <section className={css.next}>
          <h2>{t('hall.next')}</h2>
          {next.length === 0 && <p className="faint">{t('hall.nobody')}</p>}
          <ol>{next.map(({ entryId, place, plate }) => <li key={entryId}><span className={css.place}>{place}</span><NamePlate plate={plate} /></li>)}</ol>
        </section>
        <WayIn salon={salon} />
      </aside>
    </div>
  );
}

function Topic({ view }: { view: RoomView }) {
  const line = runningTopic(view);
  const title = line ? (line.topic?.title ?? line.item) : view.room.title;
  return <div><p className={css.topic}><Local of={title} /></p><p className={css.other}><OtherScript of={title} /></p></div>;
}

/** A small mark: the clock goes on and the last state stays, through any cut. */
function Offline({ lost }: { lost: boolean }) {
  const { t } = useWords();
  const [since, setSince] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSince(lost ? Date.now() : null), lost ? 1_000 : 0);
    return () => clearTimeout(timer);
  }, [lost]);
  if (since === null) return null;
  const [before = '', after = ''] = t('hall.offline', { time: '\n' }).split('\n');
  return <span className="faint" role="status" data-testid="offline">{before}<Moment at={since} />{after}</span>;
}

function WayIn({ salon }: { salon: string }) {
  const { t } = useWords();
  const address = new URL(paths.booklet(salon), window.location.href).href;
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(address, { border: 1 }))}`;
  return <figure className={css.qr}><img src={picture} alt={address} /><figcaption>{t('hall.join')}</figcaption></figure>;
}
