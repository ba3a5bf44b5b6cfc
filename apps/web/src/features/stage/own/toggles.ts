import type { Media } from '../../../media/media-client.ts';
import { choose } from '../../../session/choices.ts';

/** Mutes, unmutes, or opens the microphone: one key, one button. */
export function toggleMicrophone({ store, mute, turnOn }: Media): void {
  const { state } = store.getState().microphone;
  if (state === 'on' || state === 'muted') mute(state === 'on');
  else void turnOn('microphone');
}

export function toggleCamera({ store, turnOff, turnOn }: Media): void {
  const isOn = store.getState().camera.track !== null;
  choose({ cameraOn: !isOn });
  if (isOn) turnOff('camera');
  else void turnOn('camera');
}
