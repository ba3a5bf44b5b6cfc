import type { Refusal } from '@yaji/contracts';
import type { Pass } from '../live/live-client.ts';
import { type Inbound, readInbound } from './inbound.ts';
import { openMediaSocket } from './media-socket.ts';
import { type MediaStore, newMediaStore, setDevice } from './media-store.ts';
import { DeviceError, type DeviceKind, openDevice } from './own-devices.ts';
import { openReceiving, type Receiving } from './receiving.ts';
import { openSending, type Sending } from './sending.ts';
import { loadDevice } from './transports.ts';

export type Media = {
  store: MediaStore;
  /** Opens the person's own device, asking the browser if need be; it is sent as soon as the node allows it. */
  open: (kind: DeviceKind) => Promise<void>;
  shut: (kind: DeviceKind) => void;
  /** Mutes or unmutes the open microphone. */
  mute: (muted: boolean) => void;
  want: (video: boolean) => void;
  prefer: (consumerId: string, layer: number) => void;
  inbound: () => Promise<Inbound[]>;
  close: () => void;
};
type Opening = { pass: () => Promise<Pass | { refusal: Refusal }>; video: boolean; /** False: no sound and no picture are asked for. */ hears: boolean };
type Session = { receiving: Receiving; sending: Sending };

/** Waiting times before joining again, milliseconds; each is shortened or lengthened by chance, so that a hall full of pages does not come back at once. */
const waits = [100, 300, 700, 1_200, 2_000, 3_000];

/** Sound and picture of one room. Joins by itself, and again whenever the node, its worker or the way to it is lost. */
export function openMedia({ pass, video: wanted, hears }: Opening): Media {
  const store = newMediaStore();
  let session: Session | null = null;
  let video = wanted;
  let stopped = !hears;
  let leave: () => void = () => undefined;

  const attend = async (): Promise<void> => {
    const way = await pass();
    // Nobody may hear from here (a seat in the hall): there is nothing to join.
    if ('refusal' in way) throw new Error(way.refusal.code);
    let lost: () => void = () => undefined;
    const over = new Promise<void>((end) => { lost = end; });
    leave = lost;
    const socket = await openMediaSocket(way, lost);
    try {
      socket.on('leaving', lost);
      socket.on('levels', (heard) => store.setState({ levels: Object.fromEntries(heard.map(({ participantId, level }) => [participantId, level])) }));
      socket.on('mayProduce', ({ mayProduce }) => {
        store.setState({ mayProduce });
        session?.sending.agree().catch(lost);
      });
      const device = await loadDevice(socket);
      const sending = openSending(socket, device, { store, lost });
      const receiving = await openReceiving(socket, device, { store, lost });
      session = { receiving, sending };
      await receiving.want(video);
      store.setState({ link: 'open' });
      await sending.agree();
      await over;
    } finally {
      session?.sending.close();
      session?.receiving.close();
      session = null;
      socket.close();
      store.setState({ link: stopped ? 'off' : 'lost', mayProduce: false, levels: {} });
    }
  };
  void (async () => {
    for (let tries = 0; !isStopped();) {
      const began = Date.now();
      if (tries === 0) store.setState({ link: 'connecting' });
      // Every failure means the same: wait and join again. The page shows `lost` meanwhile.
      await attend().catch(() => store.setState({ link: stopped ? 'off' : 'lost' }));
      tries = Date.now() - began > 5_000 ? 1 : tries + 1;
      if (!isStopped()) await new Promise((go) => setTimeout(go, (waits[Math.min(tries, waits.length) - 1] ?? 0) * (0.7 + Math.random() * 0.6)));
    }
  })();
  function isStopped(): boolean { return stopped; }
  const agree = () => { session?.sending.agree().catch(() => leave()); };

  return {
    store, ...ownDevices(store, agree),
    want: (next) => {
      video = next;
      session?.receiving.want(next).catch(() => leave());
    },
    prefer: (consumerId, layer) => session?.receiving.prefer(consumerId, layer),
    inbound: async () => (session ? readInbound(store.getState().received, session.receiving.statsOf) : []),
    close: () => {
      stopped = true;
      leave();
      for (const { track } of [store.getState().microphone, store.getState().camera]) track?.stop();
    },
  };
}

function ownDevices(store: MediaStore, agree: () => void): Pick<Media, 'open' | 'shut' | 'mute'> {
  const shut = (kind: DeviceKind) => {
    store.getState()[kind].track?.stop();
    setDevice(store, kind, { state: 'off', track: null });
    agree();
  };
  return {
    shut,
    open: async (kind) => {
      const { state, track } = store.getState()[kind];
      if (state === 'asking' || track?.readyState === 'live') return;
      setDevice(store, kind, { state: 'asking' });
      try {
        const opened = await openDevice(kind);
        opened.addEventListener('ended', () => setDevice(store, kind, { state: 'missing', track: null }));
        setDevice(store, kind, { state: 'on', track: opened });
        agree();
      } catch (error) {
        if (!(error instanceof DeviceError)) throw error;
        setDevice(store, kind, { state: error.fault, track: null });
      }
    },
    mute: (muted) => {
      const { track } = store.getState().microphone;
      if (!track) return;
      track.enabled = !muted;
      setDevice(store, 'microphone', { state: muted ? 'muted' : 'on' });
    },
  };
}
