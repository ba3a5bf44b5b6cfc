import type { ParticipantId } from '@yaji/contracts';
import { useState } from 'react';
import { Guests } from '../../features/hall/usher/guests.tsx';
import { HallMicrophones } from '../../features/hall/usher/hall-microphones.tsx';
import { Introduce } from '../../features/hall/usher/introduce.tsx';
import { usherCommands } from '../../features/hall/usher/usher-commands.ts';
import { usherPanel } from '../../features/hall/usher/usher-panel.ts';
import { RecordingMark } from '../../features/recording/mark.tsx';
import RecordingNotice from '../../features/recording/notice.tsx';
import { ElsewhereMark } from '../../features/stream/elsewhere.tsx';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useLive, useSeat } from '../../live/seat.tsx';
import { useSalonLook } from '../../session/salon-look.ts';
import { ButtonLink } from '../../ui/controls/button.tsx';
import { TextField } from '../../ui/controls/field.tsx';
import { Preferences, Seal } from '../../ui/frame.tsx';
import { Local } from '../../ui/name.tsx';
import { paths, usePlace } from '../../ui/route/paths.ts';
import { Slate } from '../../ui/slate.tsx';
import { useTitle } from '../../ui/route/title.ts';
import { useWakeLock } from '../../ui/wake-lock.ts';
import { ConnectionBanner, useLinkState } from '../room/connection-banner.tsx';
import { ScanButton } from './scan-button.tsx';
import css from './usher.module.css';

/** Who is here, who holds which microphone, and everybody found in two taps. */
export function UsherScreen({ view }: { view: RoomView }) {
  const { t } = useWords();
  const { salon, room } = usePlace();
  const { live: { say } } = useSeat();
  const [typed, setTyped] = useState('');
  const seq = useLive(({ held }) => held?.seq);
  const state = useLinkState();
  const panel = usherPanel(view, typed);
  const commands = usherCommands(say);
  useSalonLook(salon);
  useTitle(t('usher.title'));
  useWakeLock();
  const arrived = (participantId: ParticipantId) => {
    setTyped('');
    commands.checkIn(participantId);
  };
  return (
    <div className={css.usher} data-testid="room" data-seq={seq} data-state={state}>
      <header className={css.head}>
        <Seal />
        <h1 className={css.title}>{t('usher.title')} <span className="faint"><Local of={view.room.title} /></span></h1>
        <RecordingMark running={view.room.recording.running} />
        <ElsewhereMark stream={view.room.stream} />
        <Preferences />
      </header>
      <ConnectionBanner />
      <RecordingNotice view={view} />
      {!panel.mayUse ? <Slate testid="not-usher" title={t('usher.forUshers')} act={<ButtonLink to={paths.room(salon, room)}>{t('desk.toRoom')}</ButtonLink>}><p>{t('usher.forUshersText')}</p></Slate> : (
        <main className={css.main}>
          <Heads heads={panel.heads} />
          <section className={css.people} aria-label={t('room.people')}>
            <div className={css.search}>
              <TextField type="search" label={t('desk.findPerson')} value={typed} autoComplete="off" onChange={(event) => setTyped(event.currentTarget.value)} data-testid="find-person" />
              <ScanButton view={view} arrived={arrived} />
            </div>
            <Guests guests={panel.found} microphones={panel.microphones} commands={commands} />
            {panel.more > 0 && <p className="faint small">{t('usher.more', { count: panel.more })}</p>}
            {typed.trim() !== '' && <Introduce name={typed.trim()} commands={commands} done={() => setTyped('')} />}
          </section>
          <HallMicrophones panel={panel} commands={commands} />
        </main>
      )}
    </div>
  );
}

/** One head count: with a device or without, here or by the way of the wire. */
function Heads({ heads }: { heads: ReturnType<typeof usherPanel>['heads'] }) {
  const { t } = useWords();
  const counts = [['hall', t('usher.inHall'), heads.hall], ['remote', t('usher.remote'), heads.remote], ['expected', t('usher.expected'), heads.expected]] as const;
  return (
    <dl className={css.heads} data-testid="heads">
      {counts.map(([where, words, count]) => <div key={where} data-where={where}><dt>{words}</dt><dd data-testid={`heads-${where}`}>{count}</dd></div>)}
    </dl>
  );
}
