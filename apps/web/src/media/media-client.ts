import type { Refusal } from '@yaji/contracts';
import type { Pass } from '../live/live-client.ts';
import { type Inbound, readInbound } from './inbound.ts';
import { MediaFault, type MediaSocket, openMediaSocket } from './media-socket.ts';
import { type MediaStore, newMediaStore, setDevice } from './media-store.ts';
import { DeviceError, type DeviceKind, openDevice, openWith } from './device/own-devices.ts';
import { openReceiving, type Receiving } from './receiving.ts';
import { openSending, type Sending } from './sending.ts';
import { type Device, loadDevice } from './transports.ts';

export type Media = {
  store: MediaStore;
  open: () => void;
  /** Turns the person's own device on, asking the browser if need be; it is sent as soon as the node allows it. */
  turnOn: (kind: DeviceKind) => Promise<void>;
  turnOff: (kind: DeviceKind) => void;
  /** Mutes or unmutes the open microphone. */
  mute: (muted: boolean) => void;
  want: (video: boolean) => void;
  prefer: (consumerId: string, layer: number) => void;
  /** While it rests there is no connection to the node. */
  rest: (resting: boolean) => void;
  /** What was tried in vain so far counts no more. */
  forget: () => void;
  inbound: () => Promise<Inbound[]>;
  close: () => void;
};
/** `plain`: what the microphone is to be opened with instead of what a person at a screen needs. */
type Opening = { pass: () => Promise<Pass | { refusal: Refusal }>; video: boolean; plain?: Plain | undefined };
type Plain = () => MediaStreamConstraints;
/** What stands at this moment. One's own sound does not wait until the others' is there. */
type Now = { sending: Sending | null; receiving: Receiving | null; video: boolean; closed: boolean; leave: () => void; rest: PromiseWithResolvers<undefined> | null };

/**
 * Waiting times before joining again, milliseconds; each is shortened or lengthened by chance, so that a hall full of pages does not come
 * back at once. A node that is started again is there within a few seconds: until then it is asked often, since all that time is silence.
 */
const waits = [100, 250, 400, 400, 400, 400, 400, 400, 400, 500, 500, 1_000, 1_000, 1_500, 2_000, 3_000];
/** Whoever was joined for so long begins with the shortest wait again. */
const steadyMs = 5_000;

/** Sound and picture of one room. Once `open`, joins by itself, and again whenever the node, its worker or the way to it is lost. */
export function newMedia({ pass, video: wanted, plain }: Opening): Media {
  const store = newMediaStore();
  const now: Now = { sending: null, receiving: null, video: wanted, closed: false, leave: () => undefined, rest: null };

  const attend = async (): Promise<void> => {
    const way = await pass();
    // Nobody may hear from here (a seat in the hall), or not yet.
    if ('refusal' in way) throw new Error(way.refusal.code);
    // It was told to rest meanwhile, when there was nothing to leave yet.
    if (now.rest) return;
    const { promise: over, resolve } = Promise.withResolvers<undefined>();
    const lost = () => resolve(undefined);
    now.leave = lost;
    const socket = await openMediaSocket(way, lost);
    try {
      const loading = loadDevice(socket);
      now.sending = beginSending(socket, loading, { store, lost });
      now.receiving = await openReceiving(socket, loading, { store, lost });
      await now.receiving.want(now.video);
      store.setState({ link: 'open', busy: 0 });
      await over;
    } finally {
      now.sending?.close();
      now.receiving?.close();
      Object.assign(now, { sending: null, receiving: null });
      socket.close();
      store.setState({ link: isQuiet(now) ? 'off' : 'lost', mayProduce: false, levels: {} });
    }
  };
  const agree = () => { now.sending?.agree().catch(() => now.leave()); };
  return {
    store, ...ownDevices(store, agree, plain),
    open: () => void attendForEver(attend, { store, now }),
    want: (video) => {
      now.video = video;
      now.receiving?.want(video).catch(() => now.leave());
    },
    prefer: (consumerId, layer) => now.receiving?.prefer(consumerId, layer),
    rest: (resting) => {
      if (resting === (now.rest !== null)) return;
      now.rest?.resolve(undefined);
      now.rest = resting ? Promise.withResolvers() : null;
      if (resting) now.leave();
    },
    forget: () => store.setState({ busy: 0, blocked: 0 }),
    inbound: async () => (now.receiving ? readInbound(store.getState().received, await now.receiving.stats()) : []),
    close: () => {
      now.closed = true;
      now.rest?.resolve(undefined);
      now.leave();
      for (const { track } of [store.getState().microphone, store.getState().camera]) track?.stop();
    },
  };
}

/** Nobody misses a connection then. */
const isQuiet = ({ closed, rest }: Now): boolean => closed || rest !== null;

async function attendForEver(attend: () => Promise<void>, { store, now }: { store: MediaStore; now: Now }): Promise<void> {
  const isClosed = (): boolean => now.closed;
  store.setState({ link: 'connecting' });
  for (let tries = 0; !isClosed();) {
    const began = Date.now();
    // Every failure means the same: wait and join again; the page shows it meanwhile.
    await attend().catch((error: unknown) => store.setState(({ busy }) => ({ link: isQuiet(now) ? 'off' : 'lost', busy: isBusy(error) ? busy + 1 : 0 })));
    tries = Date.now() - began > steadyMs ? 1 : tries + 1;
    const wait = waits[Math.min(tries, waits.length) - 1] ?? 0;
    if (now.rest) tries = 0;
    await now.rest?.promise;
    if (!isClosed()) await new Promise((go) => setTimeout(go, wait * (0.7 + Math.random() * 0.6)));
  }
}

const isBusy = (error: unknown): boolean => error instanceof MediaFault && error.code === 'media/busy';

/** Listens to the node and sends what it allows, from its first word on. */
function beginSending(socket: MediaSocket, loading: Promise<Device>, { store, lost }: { store: MediaStore; lost: () => void }): Sending {
  const sending = openSending(socket, loading, { store, lost });
  socket.on('leaving', lost);
  socket.on('levels', (heard) => store.setState({ levels: Object.fromEntries(heard.map(({ participantId, level }) => [participantId, level])) }));
  socket.on('mayProduce', ({ mayProduce }) => {
    store.setState({ mayProduce });
    sending.agree().catch(lost);
  });
  return sending;
}

function ownDevices(store: MediaStore, agree: () => void, plain?: Plain): Pick<Media, 'turnOn' | 'turnOff' | 'mute'> {
  const turnOff = (kind: DeviceKind) => {
    store.getState()[kind].track?.stop();
    setDevice(store, kind, { state: 'off', track: null });
    agree();
  };
  return {
    turnOff,
    turnOn: async (kind) => {
      const { state, track } = store.getState()[kind];
      if (state === 'asking' || track?.readyState === 'live') return;
      setDevice(store, kind, { state: 'asking' });
      agree();
      try {
        const opened = await (plain && kind === 'microphone' ? openWith(plain()) : openDevice(kind));
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
