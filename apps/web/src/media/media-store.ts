import type { MediaKind, MediaSource, ParticipantId } from '@yaji/contracts';
import { createStore, type StoreApi } from 'zustand';
import type { DeviceFault } from './device/own-devices.ts';

/** What arrives from somebody: one track. `flowing`: its producer is on air at this moment. */
export type Received = { consumerId: string; participantId: ParticipantId; source: MediaSource; kind: MediaKind; flowing: boolean; track: MediaStreamTrack };
/** One's own microphone or camera. */
export type OwnDevice = { state: 'off' | 'asking' | 'on' | 'muted' | DeviceFault; track: MediaStreamTrack | null; isSent: boolean; onAir: boolean };

export type MediaState = {
  link: 'off' | 'connecting' | 'open' | 'lost';
  received: readonly Received[];
  /** The node takes what this page sends: green room, floor or stage. */
  mayProduce: boolean;
  microphone: OwnDevice;
  camera: OwnDevice;
  levels: Readonly<Record<ParticipantId, number>>;
  /** In vain, one after the other: the node was full; no way through could be found. */
  busy: number;
  blocked: number;
  /** The browser waits for a touch before it plays. */
  soundBlocked: boolean;
};
export type MediaStore = StoreApi<MediaState>;

const off: OwnDevice = { state: 'off', track: null, isSent: false, onAir: false };

export const newMediaStore = (): MediaStore => createStore<MediaState>(() => ({
  link: 'off', received: [], mayProduce: false, microphone: off, camera: off, levels: {}, busy: 0, blocked: 0, soundBlocked: false,
}));

export const setDevice = (store: MediaStore, kind: 'microphone' | 'camera', change: Partial<OwnDevice>): void =>
  store.setState((state) => ({ [kind]: { ...state[kind], ...change } }));
