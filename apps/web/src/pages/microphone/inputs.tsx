import { useEffect, useId, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { devicesOf, type NamedDevice } from '../../media/device/own-devices.ts';
import { chosenInput } from './chosen-input.ts';
import css from './microphone.module.css';

type Props = { microphone: string; /** Inputs have names once one of them was allowed. */ opened: string | null; use: (deviceId: string) => void };

/** Which input of the machine this is: on a desk of many it matters. */
export function Inputs({ microphone, opened, use }: Props) {
  const { t } = useWords();
  const id = useId();
  const [inputs, setInputs] = useState<NamedDevice[]>([]);
  useEffect(() => {
    // Absent on pages that are not secure, whatever the types say.
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (!devices || opened === null) return;
    let shown = true;
    const look = () => void devicesOf('microphone').then((found) => { if (shown) setInputs(found); });
    look();
    devices.addEventListener('devicechange', look);
    return () => {
      shown = false;
      devices.removeEventListener('devicechange', look);
    };
  }, [opened]);
  if (inputs.length < 2) return null;
  return (
    <div className={css.inputs}>
      <label htmlFor={id} className="label">{t('microphone.input')}</label>
      <select id={id} value={chosenInput(microphone) ?? inputs[0]?.deviceId} onChange={(event) => use(event.currentTarget.value)} data-testid="input">
        {inputs.map(({ deviceId, label }) => <option key={deviceId} value={deviceId}>{label}</option>)}
      </select>
    </div>
  );
}
