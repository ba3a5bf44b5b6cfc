import type { MediaSocket } from './media-socket.ts';
import { type MediaStore, setDevice } from './media-store.ts';
import { type DeviceKind, spare } from './device/own-devices.ts';
import { type Device, openTransport, type types } from './transports.ts';

export type Sending = {
  /** Sends what is open and allowed, and nothing else; to be asked after every change. */
  agree: () => Promise<void>;
  close: () => void;
};

const layers = (): types.RtpEncodingParameters[] => (spare()
  ? [{ scaleResolutionDownBy: 2, maxBitrate: 120_000 }, { scaleResolutionDownBy: 1, maxBitrate: 450_000 }]
  : [{ scaleResolutionDownBy: 4, maxBitrate: 130_000 }, { scaleResolutionDownBy: 2, maxBitrate: 450_000 }, { scaleResolutionDownBy: 1, maxBitrate: 1_400_000 }]);

const wishes = (kind: DeviceKind, track: MediaStreamTrack): types.ProducerOptions => ({
  track, stopTracks: false, disableTrackOnPause: false, zeroRtpOnPause: false, appData: { source: kind },
  ...(kind === 'microphone'
    ? { codecOptions: { opusStereo: false, opusDtx: true, opusFec: true, opusMaxPlaybackRate: 48_000 } }
    : { encodings: layers(), codecOptions: { videoGoogleStartBitrate: 400 } }),
});

/** Keeps what this page sends the same as what is open here and allowed by the node. The node alone decides what of it is heard. */
export function openSending(socket: MediaSocket, loading: Promise<Device>, { store, lost }: { store: MediaStore; lost: () => void }): Sending {
  let transport: Promise<types.Transport> | null = null;
  const producers = new Map<DeviceKind, types.Producer>();
  const way = () => (transport ??= openTransport(socket, loading, { direction: 'send', lost, reached: () => undefined }).then((opened) => {
    opened.on('produce', ({ kind, rtpParameters, appData }, done, failed) => {
      const source = appData['source'] as DeviceKind;
      socket.ask('produce', { transportId: opened.id, kind, source, rtpParameters }).then(({ producerId, onAir }) => {
        setDevice(store, source, { onAir });
        done({ id: producerId });
      }, failed);
    });
    return opened;
  }));
  const stop = async (kind: DeviceKind) => {
    const producer = producers.get(kind);
    if (!producer) return;
    producers.delete(kind);
    producer.close();
    setDevice(store, kind, { isSent: false, onAir: false });
    await socket.ask('closeProducer', { producerId: producer.id });
  };
  const agreeOn = async (kind: DeviceKind) => {
    const { mayProduce, [kind]: { track } } = store.getState();
    const sent = producers.get(kind);
    if (!mayProduce || !track) return stop(kind);
    if (sent?.track?.id === track.id && !sent.closed) return;
    if (sent && !sent.closed) return sent.replaceTrack({ track });
    producers.set(kind, await (await way()).produce(wishes(kind, track)));
    setDevice(store, kind, { isSent: true });
  };
  socket.on('onAir', ({ producerId, onAir }) => {
    for (const kind of ['microphone', 'camera'] as const) if (producers.get(kind)?.id === producerId) setDevice(store, kind, { onAir });
  });
  // One change after the other: two may not make the same producer.
  let last = Promise.resolve();
  const agree = () => {
    const { mayProduce, microphone } = store.getState();
    // The way is made while the microphone is still being opened.
    if (mayProduce && microphone.state === 'asking') way().catch(lost);
    return (last = last.then(() => agreeOn('microphone')).then(() => agreeOn('camera')));
  };
  return {
    agree,
    close: () => {
      // One that never opened needs no closing.
      transport?.then((opened) => opened.close(), () => undefined);
      for (const kind of ['microphone', 'camera'] as const) setDevice(store, kind, { isSent: false, onAir: false });
    },
  };
}
