import { useEffect, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { type DeviceKind, devicesOf, type NamedDevice } from '../../media/device/own-devices.ts';
import { choose, useChoices } from '../../session/choices.ts';
import css from './device-check.module.css';

/** Shown only where there is something to choose. */
export function ChooseDevice({ kind, chosen }: { kind: DeviceKind; chosen: () => void }) {
  const { t } = useWords();
  const { microphoneId, cameraId } = useChoices();
  const [devices, setDevices] = useState<NamedDevice[]>([]);
  useEffect(() => {
    const look = () => void devicesOf(kind).then(setDevices);
    look();
    navigator.mediaDevices.addEventListener('devicechange', look);
    return () => navigator.mediaDevices.removeEventListener('devicechange', look);
  }, [kind]);
  if (devices.length < 2) return null;
  const pick = (deviceId: string) => {
    choose(kind === 'microphone' ? { microphoneId: deviceId } : { cameraId: deviceId });
    chosen();
  };
  return (
    <label className={css.choose}>
      <span className="label">{t('device.choose')}</span>
      <select value={(kind === 'microphone' ? microphoneId : cameraId) ?? devices[0]?.deviceId} onChange={(event) => pick(event.target.value)}>
        {devices.map(({ deviceId, label }) => <option key={deviceId} value={deviceId}>{label}</option>)}
      </select>
    </label>
  );
}
