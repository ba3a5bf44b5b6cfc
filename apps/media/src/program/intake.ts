import { performance } from 'node:perf_hooks';
import type { types } from 'mediasoup';
import { RtpStream } from '../recorder/stream.ts';
import type { Block, Codec } from '../recorder/track/matroska.ts';
import { asVp8 } from './convert/as-vp8.ts';
import type { Taken } from './taken.ts';

/** One producer's frames on their way into the program. `flow(false)`: it is not wanted now. */
export type Intake = { flow(flowing: boolean): void; wantKeyFrame(): void; due(now: number): void; close(): void };
/** `ffmpeg`: converts what is not VP8. */
export type IntakeOptions = { router: types.Router; producer: types.Producer; ffmpeg: string; take: (frame: Taken) => void; broke: (cause: unknown) => void };

const codecs: Record<string, Codec> = { 'audio/opus': 'opus', 'video/vp8': 'vp8', 'video/h264': 'h264' };
const keyFrameEveryMs = 500;

/** Takes a producer's frames, at its best layer: Opus and VP8 as they are, H.264 made into VP8. Rejects when mediasoup refuses; null: the producer has closed. */
export async function openIntake({ router, producer, ffmpeg, take, broke }: IntakeOptions): Promise<Intake | null> {
  const transport = await router.createDirectTransport();
  if (producer.closed) {
    transport.close();
    return null;
  }
  const consumer = await transport.consume({ producerId: producer.id, rtpCapabilities: router.rtpCapabilities, paused: true });
  const codec = codecs[consumer.rtpParameters.codecs[0]?.mimeType.toLowerCase() ?? ''];
  if (!codec) {
    transport.close();
    throw new Error(`nothing is known about showing ${String(consumer.rtpParameters.codecs[0]?.mimeType)}`);
  }
  let beganAt = 0;
  const converted = codec === 'h264' ? asVp8({ ffmpeg, taken: take, broke }) : null;
  const stream = new RtpStream(codec, {
    begin: (opening, at) => {
      beganAt = at;
      converted?.opens(opening);
    },
    resized: (size) => converted?.resized(size),
    block: ({ ms, key, bytes }: Block) => (converted?.take ?? take)({ at: beganAt + ms, key, bytes }),
  });
  const unlessClosed = (work: Promise<void>): void => void work.catch((cause: unknown) => { if (!consumer.closed) broke(cause); });
  let keyFrameAt = -Infinity;
  consumer.on('rtp', (bytes) => stream.push(bytes, performance.now()));
  return {
    flow: (flowing) => {
      converted?.flow(flowing);
      if (consumer.closed || consumer.paused !== flowing) return;
      unlessClosed(flowing ? consumer.resume() : consumer.pause());
    },
    wantKeyFrame: () => {
      const now = performance.now();
      if (consumer.closed || consumer.paused || producer.paused || now - keyFrameAt < keyFrameEveryMs) return;
      keyFrameAt = now;
      unlessClosed(consumer.requestKeyFrame());
    },
    due: (now) => {
      stream.due(now);
      if (stream.needsKeyFrame && codec !== 'opus' && now - keyFrameAt > 2 * keyFrameEveryMs && !consumer.closed && !consumer.paused && !producer.paused) {
        keyFrameAt = now;
        unlessClosed(consumer.requestKeyFrame());
      }
    },
    close: () => {
      converted?.close();
      transport.close();
    },
  };
}
