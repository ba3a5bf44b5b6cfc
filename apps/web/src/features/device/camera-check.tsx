import { useEffect, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { DeviceError, openDevice } from '../../media/device/own-devices.ts';
import { Picture } from '../../media/picture.tsx';
import { choose, useChoices } from '../../session/choices.ts';
import { Switch } from '../../ui/controls/field.tsx';
import { ChooseDevice } from './choose-device.tsx';
import css from './device-check.module.css';

/** Off until it is turned on; the preview is mirrored, as a mirror is. */
export function CameraCheck() {
  const { t } = useWords();
  const { cameraOn, cameraId } = useChoices();
  const [track, setTrack] = useState<MediaStreamTrack | null>(null);
  const [fault, setFault] = useState<DeviceError['fault'] | null>(null);
  useEffect(() => {
    if (!cameraOn) return undefined;
    let opened: MediaStreamTrack | null = null;
    let shown = true;
    openDevice('camera').then((found) => {
      opened = found;
      if (!shown) return found.stop();
      setTrack(found);
      setFault(null);
    }, (error: unknown) => {
      setFault(error instanceof DeviceError ? error.fault : 'busy');
      choose({ cameraOn: false });
    });
    return () => {
      shown = false;
      opened?.stop();
      setTrack(null);
    };
  }, [cameraOn, cameraId]);
  return (
    <section className={css.part}>
      <h2>{t('device.camera')}</h2>
      <Switch checked={cameraOn} onChange={(checked) => choose({ cameraOn: checked })} label={t('own.camera')} testid="camera-switch" />
      {fault && <p role="alert">{t(fault === 'missing' ? 'device.cameraMissing' : 'device.cameraBlocked')}</p>}
      <div className={css.preview}>{track ? <Picture track={track} mirrored label={t('device.preview')} /> : <span className="faint">{t('device.cameraIsOff')}</span>}</div>
      {track && <ChooseDevice kind="camera" chosen={() => undefined} />}
    </section>
  );
}
