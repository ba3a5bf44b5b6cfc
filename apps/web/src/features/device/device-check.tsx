import { useEffect } from 'react';
import { createActor } from 'xstate';
import { useWords } from '../../i18n/words.ts';
import { useActor } from './use-actor.ts';
import { LevelMeter } from '../../media/device/level-meter.tsx';
import { openDevice } from '../../media/device/own-devices.ts';
import { playEcho, recordEcho } from '../../media/device/echo.ts';
import { playTone } from '../../media/device/sound.ts';
import { choose, useChoices } from '../../session/choices.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Switch } from '../../ui/controls/field.tsx';
import { CameraCheck } from './camera-check.tsx';
import { ChooseDevice } from './choose-device.tsx';
import css from './device-check.module.css';
import { DeviceFaultHelp } from './device-fault.tsx';
import { deviceMachine } from './device-machine.ts';

const world = { openMicrophone: () => openDevice('microphone'), record: recordEcho, play: playEcho };

/** Sound, microphone and camera on one screen; nothing is asked of the browser before it is wanted. */
export default function DeviceCheck() {
  const { t } = useWords();
  const { listenOnly } = useChoices();
  return (
    <div className={css.check} data-testid="device-check">
      <section className={css.part}>
        <h2>{t('device.sound')}</h2>
        <Button variant="plain" size="sm" onClick={playTone} data-testid="beep">{t('device.beep')}</Button>
        <p className="faint small">{t('device.beepHint')} {isApple() && t('device.iosNote')}</p>
      </section>
      <Switch checked={listenOnly} onChange={(checked) => choose({ listenOnly: checked })} label={t('device.listenOnly')} hint={t('device.listenOnlyHint')} testid="listen-only" />
      {!listenOnly && <MicrophoneCheck />}
      {!listenOnly && <CameraCheck />}
    </div>
  );
}

const isApple = (): boolean => /iPhone|iPad/.test(navigator.userAgent);

function MicrophoneCheck() {
  const { t } = useWords();
  const [{ context: { track, fault }, value }, send] = useActor(() => createActor(deviceMachine, { input: world }));
  const echo = typeof value === 'object' ? value.open : null;
  useEffect(() => () => track?.stop(), [track]);
  useEffect(() => { if (track) choose({ checked: true }); }, [track]);
  return (
    <section className={css.part} data-testid="microphone-check" data-state={echo ?? (value as string)}>
      <h2>{t('device.microphone')}</h2>
      {value === 'idle' && <><Button variant="plain" size="sm" onClick={() => send({ type: 'try' })} data-testid="try-microphone">{t('device.microphoneAsk')}</Button><p className="faint small">{t('device.microphoneWhy')}</p></>}
      {value === 'asking' && <p role="status">{t('device.asking')}</p>}
      {value === 'refused' && fault && <DeviceFaultHelp fault={fault} again={() => send({ type: 'again' })} />}
      {echo !== null && track && (
        <>
          <p className="faint small">{t('device.speakNow')}</p>
          <LevelMeter track={track} />
          <ChooseDevice kind="microphone" chosen={() => send({ type: 'again' })} />
          <Button variant="plain" size="sm" disabled={echo === 'recording' || echo === 'playing'} onClick={() => send({ type: 'echo' })} data-testid="echo">
            {t(({ listening: 'device.echo', recording: 'device.echoRecording', playing: 'device.echoPlaying', played: 'device.echoAgain' } as const)[echo])}
          </Button>
        </>
      )}
    </section>
  );
}
