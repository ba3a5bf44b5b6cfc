import { chosen } from '../../session/choices.ts';

/** Why a device could not be opened, in words that the page can explain. */
export type DeviceFault = 'blocked' | 'missing' | 'busy' | 'insecure';
export type DeviceKind = 'microphone' | 'camera';

export class DeviceError extends Error {
  override name = 'DeviceError';
  readonly fault: DeviceFault;
  constructor(fault: DeviceFault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

const faults: Record<string, DeviceFault> = {
  NotAllowedError: 'blocked', SecurityError: 'blocked', NotFoundError: 'missing', OverconstrainedError: 'missing', NotReadableError: 'busy', AbortError: 'busy',
};

/** A machine with two cores or fewer is spared: a smaller picture, so that the sound never suffers. */
export const spare = (): boolean => navigator.hardwareConcurrency <= 2;

function wishes(kind: DeviceKind, deviceId: string | null): MediaStreamConstraints {
  const device = deviceId === null ? {} : { deviceId };
  if (kind === 'microphone') return { audio: { ...device, echoCancellation: true, noiseSuppression: true, autoGainControl: true } };
  const size = spare() ? { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 15, max: 20 } } : { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 30 } };
  return { video: { ...device, ...size } };
}

/** Opens a device; the browser may ask the person. Rejects with a DeviceError. */
export async function openDevice(kind: DeviceKind): Promise<MediaStreamTrack> {
  const { microphoneId, cameraId } = chosen();
  return openWith(wishes(kind, kind === 'microphone' ? microphoneId : cameraId));
}

/** The first track of what the browser gives. Rejects with a DeviceError. */
export async function openWith(wanted: MediaStreamConstraints): Promise<MediaStreamTrack> {
  // Absent on pages that are not secure, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new DeviceError('insecure');
  const stream = await devices.getUserMedia(wanted).catch((error: unknown) => {
    throw new DeviceError(faults[(error as Error).name] ?? 'busy', { cause: error });
  });
  const [track] = stream.getTracks();
  if (!track) throw new DeviceError('missing');
  return track;
}

/** Lets the browser ask for the microphone at the moment when the person asks to speak, and lets go of it again. A no is explained when the turn comes. */
export async function askForMicrophone(): Promise<void> {
  try {
    (await openDevice('microphone')).stop();
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
  }
}

export type NamedDevice = { deviceId: string; label: string };

/** The devices of a kind; they have names only after one of them was allowed. */
export async function devicesOf(kind: DeviceKind): Promise<NamedDevice[]> {
  const all = await navigator.mediaDevices.enumerateDevices();
  return all.filter((one) => one.kind === (kind === 'microphone' ? 'audioinput' : 'videoinput') && one.label !== '').map(({ deviceId, label }) => ({ deviceId, label }));
}
