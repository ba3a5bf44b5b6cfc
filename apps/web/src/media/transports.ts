import type { MediaOut } from '@yaji/contracts';
import { Device, type types } from 'mediasoup-client';
import type { MediaSocket } from './media-socket.ts';

/** mediasoup's own types stand behind the contract's plain JSON; this file is where the one becomes the other. */
type Opened = types.TransportOptions;

export async function loadDevice(socket: MediaSocket): Promise<Device> {
  const { rtpCapabilities } = await socket.ask('capabilities', {});
  const device = new Device();
  await device.load({ routerRtpCapabilities: rtpCapabilities });
  return device;
}

const optionsOf = ({ transportId, iceParameters, iceCandidates, dtlsParameters, iceServers }: MediaOut<'createTransport'>): Opened =>
  ({ id: transportId, iceParameters, iceCandidates, dtlsParameters, iceServers }) as unknown as Opened;

/** A transport that shakes hands through the socket and restarts ICE when its way is lost. `lost`: it could not be mended; `reached`: whether a way through was found. It is asked for while the device loads. */
export async function openTransport(socket: MediaSocket, loading: Promise<Device>, { direction, lost, reached }: { direction: 'send' | 'receive'; lost: () => void; reached: (is: boolean) => void }): Promise<types.Transport> {
  const [device, made] = await Promise.all([loading, socket.ask('createTransport', { direction })]);
  const options = optionsOf(made);
  const transport = direction === 'send' ? device.createSendTransport(options) : device.createRecvTransport(options);
  transport.on('connect', ({ dtlsParameters }, done) => {
    // The node takes requests in their order, so what follows need not wait for the answer.
    socket.ask('connectTransport', { transportId: transport.id, dtlsParameters }).catch(lost);
    done();
  });
  let mending: ReturnType<typeof setTimeout> | undefined;
  transport.on('connectionstatechange', (state) => {
    clearTimeout(mending);
    if (state === 'connected' || state === 'failed') reached(state === 'connected');
    if (state !== 'disconnected' && state !== 'failed') return;
    mending = setTimeout(lost, 4_000);
    socket.ask('restartIce', { transportId: transport.id })
      .then(({ iceParameters }) => transport.restartIce({ iceParameters: iceParameters as unknown as types.IceParameters }))
      .catch(lost);
  });
  transport.observer.once('close', () => clearTimeout(mending));
  return transport;
}

export type { Device, types };
