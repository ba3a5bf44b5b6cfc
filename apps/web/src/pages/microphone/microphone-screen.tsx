import type { MicrophoneId } from '@yaji/contracts';
import { microphonePanel, type MicrophonePanel } from '../../features/hall/microphone-panel.ts';
import { useHallMicrophone } from '../../features/hall/use-hall-microphone.ts';
import { remedy } from '../../features/device/remedy.ts';
import { Countdown } from '../../features/floor/turn/countdown.tsx';
import { NamePlate } from '../../features/member/plate.tsx';
import { RecordingMark } from '../../features/recording/mark.tsx';
import RecordingNotice from '../../features/recording/notice.tsx';
import { ElsewhereMark } from '../../features/stream/elsewhere.tsx';
import { inLanguage } from '../../i18n/local-text.ts';
import { useWords, type Wording } from '../../i18n/words.ts';
import type { RoomView } from '../../live/room-view.ts';
import { useLive, useMedia, useSeat } from '../../live/seat.tsx';
import { LevelMeter } from '../../media/device/level-meter.tsx';
import { useSalonLook } from '../../session/salon-look.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Preferences, Seal } from '../../ui/frame.tsx';
import { Local, OtherScript } from '../../ui/name.tsx';
import { useMicrophoneId, usePlace } from '../../ui/route/paths.ts';
import { useTitle } from '../../ui/route/title.ts';
import { useWakeLock } from '../../ui/wake-lock.ts';
import { ConnectionBanner, useLinkState } from '../room/connection-banner.tsx';
import { chooseInput } from './chosen-input.ts';
import { Inputs } from './inputs.tsx';
import css from './microphone.module.css';

const words: Record<MicrophonePanel['state'], { title: Wording; text: Wording }> = {
  unknown: { title: 'microphone.unknown', text: 'microphone.unknownText' },
  closed: { title: 'microphone.closed', text: 'microphone.closedText' },
  taken: { title: 'microphone.taken', text: 'microphone.takenText' },
  plugging: { title: 'microphone.plugging', text: 'microphone.pluggingText' },
  deaf: { title: 'microphone.deaf', text: 'microphone.deafText' },
  unsent: { title: 'microphone.unsent', text: 'microphone.unsentText' },
  ready: { title: 'microphone.ready', text: 'microphone.readyText' },
  paused: { title: 'microphone.paused', text: 'microphone.pausedText' },
  'on-air': { title: 'microphone.onAir', text: 'microphone.onAirText' },
};

/** One state, large enough to be read by whoever steps up to it. */
export function MicrophoneScreen({ view }: { view: RoomView }) {
  const { t, language } = useWords();
  const { salon } = usePlace();
  const microphoneId = useMicrophoneId() as MicrophoneId;
  const { media } = useSeat();
  const seq = useLive(({ held }) => held?.seq);
  const link = useLinkState();
  const microphone = useMedia((state) => state.microphone);
  const mayProduce = useMedia((state) => state.mayProduce);
  const panel = microphonePanel(view, microphoneId, { microphone, mayProduce });
  const { current } = view.room.floor;
  const { title, text } = words[panel.state];
  useHallMicrophone(panel, microphoneId);
  useSalonLook(salon);
  useTitle(inLanguage(panel.title, language).text);
  useWakeLock();
  const use = (deviceId: string) => {
    chooseInput(microphoneId, deviceId);
    media.turnOff('microphone');
    void media.turnOn('microphone');
  };
  return (
    <div className={css.page} data-testid="room" data-seq={seq} data-state={link}>
      <header className={css.head}><Seal /><RecordingMark running={view.room.recording.running} /><ElsewhereMark stream={view.room.stream} /><Preferences /></header>
      <ConnectionBanner />
      <RecordingNotice view={view} />
      <main className={css.main} data-testid="microphone-state" data-microphone-state={panel.state}>
        <h1 className={css.name}><Local of={panel.title} /> <OtherScript of={panel.title} className={css.other} /></h1>
        <p className={css.state} role="status">{t(title)}</p>
        {panel.speaker && <div className={css.who}><NamePlate plate={panel.speaker} size="page" /></div>}
        {panel.speaker && current && <Countdown clock={current.clock} warnMs={view.room.rules.warnMs} size="large" />}
        {!panel.speaker && panel.holder && <div className={css.who}><span className="label">{t('microphone.heldBy')}</span><NamePlate plate={panel.holder} size="page" /></div>}
        <p className={css.text}>{t(text)}{panel.state === 'deaf' && microphone.state === 'blocked' && <> {t(remedy())}</>}</p>
        {panel.state === 'deaf' && <Button busy={microphone.state === 'asking'} onClick={() => void media.turnOn('microphone')} data-testid="open-input">{t('own.turnMicrophoneOn')}</Button>}
      </main>
      <footer className={css.foot}>
        <div className={css.level}>{microphone.track ? <LevelMeter key={microphone.track.id} track={microphone.track} /> : <span className="faint small">{t('microphone.noInput')}</span>}</div>
        <Inputs microphone={microphoneId} opened={microphone.track?.id ?? null} use={use} />
      </footer>
    </div>
  );
}
