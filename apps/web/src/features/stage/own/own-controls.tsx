import { IconMicrophone, IconMicrophoneOff, IconVideo, IconVideoOff } from '@tabler/icons-react';
import { useWords, type Wording } from '../../../i18n/words.ts';
import { useMedia, useSeat } from '../../../live/seat.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import css from './own-controls.module.css';
import { toggleCamera, toggleMicrophone } from './toggles.ts';

const microphoneWords: Record<string, Wording> = { on: 'own.microphoneOn', muted: 'own.microphoneMuted', blocked: 'device.blocked', missing: 'device.missing', busy: 'device.busy', insecure: 'device.insecure', asking: 'device.asking' };

/** The state of one's own devices, always in sight while they may be used. */
export function OwnControls() {
  const { t } = useWords();
  const { media } = useSeat();
  const microphone = useMedia((state) => state.microphone.state);
  const camera = useMedia((state) => state.camera.state);
  const heard = microphone === 'on';
  const seen = camera === 'on';
  return (
    <div className={css.own}>
      <Button variant={heard ? 'plain' : 'light'} aria-pressed={heard} busy={microphone === 'asking'} onClick={() => toggleMicrophone(media)} data-testid="microphone" data-device={microphone}
        icon={heard ? <IconMicrophone size={20} aria-hidden /> : <IconMicrophoneOff size={20} aria-hidden />} title={t(heard ? 'own.mute' : microphone === 'muted' ? 'own.unmute' : 'own.turnMicrophoneOn')}>
        <span className={css.words}>{t(microphoneWords[microphone] ?? 'own.microphoneOff')}</span>
      </Button>
      <Button variant="plain" aria-pressed={seen} busy={camera === 'asking'} onClick={() => toggleCamera(media)} data-testid="camera" data-device={camera}
        icon={seen ? <IconVideo size={20} aria-hidden /> : <IconVideoOff size={20} aria-hidden />} title={t(seen ? 'own.turnCameraOff' : 'own.turnCameraOn')}>
        <span className={css.words}>{t(seen ? 'own.cameraOn' : 'own.cameraOff')}</span>
      </Button>
    </div>
  );
}
