import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { MediaKind, MediaSource, ParticipantId, RoomId } from '@yaji/contracts';
import type { types } from 'mediasoup';
import { RtpStream } from './stream.ts';
import type { Block, Codec } from './track/matroska.ts';
import type { Track } from './track/track.ts';
import { TrackFile } from './track/track-file.ts';

/** What is tapped, and where its tracks go. `broke` is told once when the tap cannot go on; it has ended then. */
export type Tapped = {
  roomId: RoomId; participantId: ParticipantId; source: MediaSource; kind: MediaKind;
  producer: types.Producer; router: types.Router; folder: string; broke: (cause: unknown) => void;
};
export type Tap = { wantKeyFrame(): void; stop(): Promise<void> };

const keyFrameEveryMs = 10_000;
const tickMs = 250;
/** Opus with DTX still sends a packet every 400 ms. */
const shortestGapMs = 500;

const codecs: Record<string, Codec> = { 'audio/opus': 'opus', 'video/vp8': 'vp8', 'video/h264': 'h264' };

const nothing: Tap = { wantKeyFrame: () => undefined, stop: async () => undefined };

/**
 * Takes a producer's packets as they are into a track file. It stands ready before the producer goes on air: the file begins with the
 * first packet that passes. The packets come over mediasoup's own pipe, which loses nothing and needs no port.
 */
export async function startTap(tapped: Tapped): Promise<Tap> {
  const { producer, router } = tapped;
  const transport = await router.createDirectTransport();
  if (producer.closed) {
    transport.close();
    return nothing;
  }
  const consumer = await transport.consume({ producerId: producer.id, rtpCapabilities: router.rtpCapabilities, paused: true });
  const codec = codecs[consumer.rtpParameters.codecs[0]?.mimeType.toLowerCase() ?? ''];
  if (!codec) {
    transport.close();
    throw new Error(`nothing is known about writing ${String(consumer.rtpParameters.codecs[0]?.mimeType)}`);
  }
  const track = trackWriter(tapped, codec);
  const stream = new RtpStream(codec, track);
  const wantKeyFrame = (): void => {
    if (tapped.kind !== 'video' || consumer.closed || producer.paused) return;
    consumer.requestKeyFrame().catch((cause: unknown) => {
      if (!consumer.closed) tapped.broke(cause);
    });
  };

  let keyFrameAt = 0;
  const tick = (): void => {
    const now = performance.now();
    stream.due(now);
    track.tick(now);
    if (now - keyFrameAt < (stream.needsKeyFrame ? 1_000 : keyFrameEveryMs)) return;
    keyFrameAt = now;
    wantKeyFrame();
  };
  consumer.on('rtp', (bytes) => stream.push(bytes, performance.now()));
  await consumer.resume();
  const ticking = setInterval(tick, tickMs);
  return {
    wantKeyFrame,
    stop: async () => {
      clearInterval(ticking);
      transport.close();
      stream.due(Infinity);
      await track.close();
    },
  };
}

/** Opens the file when the first frame comes, and keeps account of the holes in it. */
function trackWriter({ roomId, participantId, source, kind, producer, folder, broke }: Tapped, codec: Codec) {
  let file: TrackFile | null = null;
  let lastMs = 0;
  let oldestAt: number | null = null;
  let wasHeld = false;
  const held = (): void => { wasHeld = true; };
  // A straggler may still be written after the pause, so the end of it counts as well.
  producer.observer.on('pause', held);
  producer.observer.on('resume', held);
  return {
    begin(opening: { private: Buffer | null; width: number; height: number }, at: number): void {
      const startedAtMs = Math.round(Date.now() - (performance.now() - at));
      const track: Track = {
        trackId: randomUUID(), roomId, participantId, source, kind, codec, startedAtMs, endedAtMs: null, writtenMs: 0, gaps: [],
      };
      file = new TrackFile(folder, track, opening, broke);
    },
    block(block: Block, afterLoss: boolean): void {
      // A picture that does not move sends nothing: that alone is no hole.
      const isHole = block.ms - lastMs >= shortestGapMs && (wasHeld || afterLoss || kind === 'audio');
      if (isHole) file?.gap({ fromMs: lastMs, toMs: block.ms, why: wasHeld ? 'off-air' : 'lost' });
      wasHeld = false;
      lastMs = block.ms;
      oldestAt ??= performance.now();
      file?.add(block);
    },
    tick(now: number): void {
      if (oldestAt === null || now - oldestAt < 1_000) return;
      oldestAt = null;
      file?.flush();
    },
    async close(): Promise<void> {
      producer.observer.off('pause', held);
      producer.observer.off('resume', held);
      await file?.close(Date.now());
    },
  };
}
