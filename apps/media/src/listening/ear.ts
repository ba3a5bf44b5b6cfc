import { performance } from 'node:perf_hooks';
import type { types } from 'mediasoup';
import { levelExtensionOf, levelIn } from './audio-level.ts';

/**
 * Hears every packet of a microphone while it is on air; held packets never get here. mediasoup's own level observer was
 * looked at: it needs ten packets in each interval, so a late packet or a silent sender (DTX) costs it a quarter of a second of speech.
 * Ends with its producer.
 */
export async function startEar(router: types.Router, producer: types.Producer, heard: (level: number, at: number) => void): Promise<void> {
  const transport = await router.createDirectTransport();
  const close = (): void => transport.close();
  if (producer.closed) return close();
  producer.observer.once('close', close);
  const consumer = await transport.consume({ producerId: producer.id, rtpCapabilities: router.rtpCapabilities });
  const extensionId = levelExtensionOf(consumer.rtpParameters);
  consumer.on('rtp', (packet) => heard(levelIn(packet, extensionId), performance.now()));
}
