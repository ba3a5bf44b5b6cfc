import type { MediaNotices } from '@yaji/contracts';
import { Hush } from './hush.ts';
import type { MediaSocket } from './media-socket.ts';
import type { MediaStore, Received } from './media-store.ts';
import { type Device, openTransport, type types } from './transports.ts';

type Offer = Parameters<MediaNotices['consumer']>[0];
export type Receiving = {
  /** Asks for pictures, or for sound alone. */
  want: (video: boolean) => Promise<void>;
  /** The picture layer that is shown: 0 smallest, 2 largest. */
  prefer: (consumerId: string, layer: number) => void;
  /** Of everything that is received: asking for each of two dozen tracks apart is dear. */
  stats: () => Promise<RTCStatsReport>;
  close: () => void;
};

/** Takes whatever the node offers, at once, and puts its track into the store. */
export async function openReceiving(socket: MediaSocket, loading: Promise<Device>, { store, lost }: { store: MediaStore; lost: () => void }): Promise<Receiving> {
  const transport = await openTransport(socket, loading, { direction: 'receive', lost, reached: (is) => store.setState(({ blocked }) => ({ blocked: is ? 0 : blocked + 1 })) });
  const { recvRtpCapabilities } = await loading;
  const consumers = new Map<string, types.Consumer>();
  const gone = new Set<string>();
  const hush = new Hush();
  const change = (received: (before: readonly Received[]) => readonly Received[]) => store.setState((state) => ({ received: received(state.received) }));

  const take = async ({ consumerId, producerId, kind, rtpParameters, participantId, source, flowing }: Offer) => {
    const consumer = await transport.consume({ id: consumerId, producerId, kind, rtpParameters: rtpParameters as unknown as types.RtpParameters });
    if (gone.has(consumerId)) return consumer.close();
    consumers.set(consumerId, consumer);
    change((before) => [...before.filter((one) => one.consumerId !== consumerId), { consumerId, participantId, source, kind, flowing, track: consumer.track }]);
    // Sound flows already.
    if (kind === 'video') await socket.ask('resumeConsumer', { consumerId });
  };
  socket.on('consumer', (offer) => {
    // A consumer that cannot be made (the node went meanwhile) is not worth the others: the session ends and begins anew.
    take(offer).catch(lost);
  });
  socket.on('consumerClosed', ({ consumerId }) => {
    gone.add(consumerId);
    consumers.get(consumerId)?.close();
    consumers.delete(consumerId);
    change((before) => before.filter((one) => one.consumerId !== consumerId));
  });
  socket.on('consumerFlowing', ({ consumerId, flowing }) => {
    const consumer = consumers.get(consumerId);
    if (consumer?.kind === 'audio') hush.flowing(consumer.track, flowing);
    change((before) => before.map((one) => (one.consumerId === consumerId ? { ...one, flowing } : one)));
  });
  return {
    want: async (video) => {
      await socket.ask('receive', { transportId: transport.id, rtpCapabilities: recvRtpCapabilities, video });
    },
    prefer: (consumerId, spatialLayer) => {
      if (consumers.has(consumerId)) socket.ask('preferLayer', { consumerId, spatialLayer }).catch(() => undefined);
    },
    stats: () => transport.getStats(),
    close: () => {
      hush.close();
      transport.close();
      store.setState({ received: [] });
    },
  };
}
