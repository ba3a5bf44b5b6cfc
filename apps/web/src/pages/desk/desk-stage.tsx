import { SegmentedControl } from '@mantine/core';
import { IconVideoPlus } from '@tabler/icons-react';
import type { Layout } from '@yaji/contracts';
import { Suspense, useState } from 'react';
import type { DeskCommands } from '../../features/desk/commands.ts';
import { givingTo, hallMicrophones } from '../../features/desk/giving.ts';
import { DeskLog } from '../../features/desk/log.tsx';
import { HallMicrophones } from '../../features/desk/microphones.tsx';
import { Countdown } from '../../features/floor/turn/countdown.tsx';
import type { DeskTurn } from '../../features/floor/turn/desk-turn.ts';
import { TurnControls, TurnState } from '../../features/floor/turn/turn-controls.tsx';
import { turnPanel } from '../../features/floor/turn/turn-panel.ts';
import { NamePlate } from '../../features/member/plate.tsx';
import { DeskRecording } from '../../features/recording/desk-recording.tsx';
import { recordingPanel } from '../../features/recording/recording-panel.ts';
import { OwnControls } from '../../features/stage/own/own-controls.tsx';
import { greenRoomPanel, stagePanel } from '../../features/stage/stage-panel.ts';
import { StageView } from '../../features/stage/stage.tsx';
import { DeskPushes } from '../../features/stream/desk-pushes.tsx';
import { pushLines } from '../../features/stream/push-panel.ts';
import { usePushStates } from '../../features/stream/use-push-states.ts';
import { useWords } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useLive, useSeat } from '../../live/seat.tsx';
import { useChoices } from '../../session/choices.ts';
import { Button, ButtonLink } from '../../ui/controls/button.tsx';
import { paths, usePlace } from '../../ui/route/paths.ts';
import { part } from '../../ui/part/part.ts';
import css from './desk.module.css';

const DeskCaptions = part(() => import('../../features/caption/desk-captions.tsx'));
const Encoder = part(() => import('./encoder.tsx'));
const Push = part(() => import('./push.tsx'));

type Props = { view: RoomView; turn: DeskTurn; commands: DeskCommands };

/** Who has the floor, the clock, and what to do about it. */
export function DeskStage({ view, turn, commands }: Props) {
  const { t } = useWords();
  const { salon, room } = usePlace();
  const { live } = useSeat();
  const { audioOnly } = useChoices();
  const troubles = useLive((state) => state.recordingTroubles);
  const open = view.room.phase === 'open';
  return (
    <main className={css.center}>
      <div className={css.picture}><StageView panel={{ ...stagePanel(view), beside: [] }} me={view.me.participantId} pictures={!audioOnly} /></div>
      {open && <Ruling view={view} turn={turn} commands={commands} />}
      <section className={css.part}><DeskRecording panel={recordingPanel(view)} say={live.say} commands={commands} open={open} room={view.room} troubles={troubles} /></section>
      {open && <section className={css.part}><Suspense fallback={null}><DeskCaptions view={view} say={live.say} /></Suspense></section>}
      {open && <section className={css.part}><Pushing view={view} /></section>}
      {open ? <section className={css.part}><OwnControls /></section> : <p><ButtonLink to={paths.replay(salon, room)} testid="to-replay">{t('booklet.replay')}</ButtonLink></p>}
    </main>
  );
}

function Pushing({ view }: { view: RoomView }) {
  const { live } = useSeat();
  const lines = pushLines(view, usePushStates());
  const [choosing, setChoosing] = useState(false);
  return (
    <DeskPushes view={view} say={live.say} lines={lines} open={() => setChoosing(true)}>
      {choosing && <Suspense><Push lines={lines} say={live.say} onClose={() => setChoosing(false)} /></Suspense>}
    </DeskPushes>
  );
}

function Ruling({ view, turn, commands }: Props) {
  const { t } = useWords();
  const { live } = useSeat();
  const panel = turnPanel(view);
  const green = greenRoomPanel(view);
  const [connecting, setConnecting] = useState(false);
  const layouts: { value: Layout; label: string }[] = [
    { value: 'speaker', label: t('desk.layoutSpeaker') }, { value: 'speaker-and-next', label: t('desk.layoutNext') }, { value: 'grid', label: t('desk.layoutGrid') },
  ];
  return (
    <>
      <div className={css.floor}>
        <div className={css.clock}>{panel ? <Countdown clock={panel.clock} warnMs={panel.warnMs} size="large" /> : <span className="faint">{t('room.nobody')}</span>}</div>
        <TurnControls turn={turn} commands={commands} />
      </div>
      <TurnState turn={turn} commands={commands} warnMs={view.room.rules.warnMs} />
      <DeskLog view={view} />
      <HallMicrophones microphones={hallMicrophones(view)} commands={commands} busy={turn.granting} />
      <section className={css.part}>
        <h2 className="label">{t('desk.greenRoom')}</h2>
        {green.length === 0 && <p className="faint small">{t('desk.greenRoomEmpty')}</p>}
        <ul className={css.green}>
          {green.map((plate) => <li key={plate.participantId}><NamePlate plate={plate} />{givingTo(view, plate.participantId).can && <Button size="sm" variant="quiet" disabled={turn.granting} onClick={() => commands.give(plate.participantId)}>{t('desk.giveFloor')}</Button>}</li>)}
        </ul>
      </section>
      <section className={css.part}>
        <h2 className="label">{t('desk.layout')}</h2>
        <SegmentedControl value={view.room.stage.layout} data={layouts} onChange={(layout) => void live.say('stage.arrange', { layout })} fullWidth aria-label={t('desk.layout')} />
      </section>
      <p><Button size="sm" variant="plain" icon={<IconVideoPlus size={18} aria-hidden />} onClick={() => setConnecting(true)} data-testid="encoder">{t('encoder.connect')}</Button></p>
      {connecting && <Suspense><Encoder view={view} say={live.say} onClose={() => setConnecting(false)} /></Suspense>}
    </>
  );
}
