import { performance } from 'node:perf_hooks';
import type { MediaKind, MediaSource, ParticipantId, RoomId } from '@yaji/contracts';
import type { types } from 'mediasoup';
import { type Received, RtpStream } from './stream.ts';
import type { SenderClock } from './sync/sender-clock.ts';
import { readReport } from './sync/sender-report.ts';
import type { Codec } from './track/matroska.ts';
import { TrackWriter } from './track-writer.ts';

/** What is tapped, and where its tracks go. `broke` is told once when the tap cannot go on; it has ended then. */
export type Tapped = {
  roomId: RoomId; participantId: ParticipantId; source: MediaSource; kind: MediaKind;
  producer: types.Producer; router: types.Router; folder: string; broke: (cause: unknown) => void;
  /** The clock of the sender, for all that he sends. */
  clock: SenderClock;
};
export type Tap = {
  wantKeyFrame(): void;
  /**
   * How long packets have been coming of which nothing got onto the disk; 0 when none come or all is well. `now`, `arrivedAt` (when one came
   * as far as others know): monotonic milliseconds.
   */
  unwrittenMs(now: number, arrivedAt: number): number;
  /** When something got onto the disk last, monotonic milliseconds; before that -Infinity. */
  writtenAt(): number;
  stop(): Promise<void>;
};

const keyFrameEveryMs = 10_000;
const tickMs = 250;
const countEveryMs = 1_000;
/** A packet older than this is no sign that any come. */
const freshMs = 2_000;

const codecs: Record<string, Codec> = { 'audio/opus': 'opus', 'video/vp8': 'vp8', 'video/h264': 'h264' };

const nothing: Tap = { wantKeyFrame: () => undefined, unwrittenMs: () => 0, writtenAt: () => -Infinity, stop: async () => undefined };

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
  const { roomId, participantId, source, kind, folder, broke, clock } = tapped;
  const track: TrackWriter = new TrackWriter({ roomId, participantId, source, kind, codec, folder, broke }, (): Received => stream.received);
  const stream: RtpStream = new RtpStream(codec, track, clock);
  const wantKeyFrame = (): void => {
    if (kind !== 'video' || consumer.closed || producer.paused) return;
    consumer.requestKeyFrame().catch((cause: unknown) => {
      if (!consumer.closed) broke(cause);
    });
  };

  const lookForSigns = signsOf(producer, { awaits: (now) => track.awaits(now), broke });
  let keyFrameAt = 0;
  const tick = (): void => {
    const now = performance.now();
    stream.due(now);
    track.tick(stream, now);
    if (kind === 'video' && !track.hasBegun) lookForSigns(now);
    if (now - keyFrameAt < (stream.needsKeyFrame ? 1_000 : keyFrameEveryMs)) return;
    keyFrameAt = now;
    wantKeyFrame();
  };
  consumer.on('rtp', (bytes) => stream.push(bytes, performance.now()));
  const unfollow = followSender(producer, { stream, track });
  // Reports only make it better: without them the track keeps to the server's clock.
  await Promise.all([producer.enableTraceEvent(['sr']), consumer.resume()]);
  const ticking = setInterval(tick, tickMs);
  return {
    wantKeyFrame,
    unwrittenMs: (now, arrivedAt) => {
      const lastAt = Math.max(stream.received.lastAt ?? -Infinity, track.awaitedAt, arrivedAt);
      return !producer.paused && now - lastAt < freshMs ? now - track.onDiskAt : 0;
    },
    writtenAt: () => track.writtenAt,
    stop: async () => {
      clearInterval(ticking);
      unfollow();
      transport.close();
      stream.due(Infinity);
      await track.close(stream);
    },
  };
}

/** mediasoup passes no picture on before a key frame: that a sender sends all the same, only its own count of packets tells. To be called a few times a second. */
function signsOf(producer: types.Producer, { awaits, broke }: { awaits: (now: number) => void; broke: (cause: unknown) => void }): (now: number) => void {
  let askedAt = -Infinity;
  let counted: number | null = null;
  return (now) => {
    if (producer.closed || producer.paused || now - askedAt < countEveryMs) return;
    askedAt = now;
    producer.getStats().then((streams) => {
      const packets = streams.reduce((sum, { packetCount }) => sum + packetCount, 0);
      if (counted !== null && packets > counted) awaits(performance.now());
      counted = packets;
    }).catch((cause: unknown) => { if (!producer.closed) broke(cause); });
  };
}

/** What the sender tells beside the packets: when it is held, and its reports. Returns how to stop. */
function followSender({ observer }: types.Producer, { stream, track }: { stream: RtpStream; track: TrackWriter }): () => void {
  const held = (): void => track.held();
  const traced = (data: types.ProducerTraceEventData): void => {
    const report = readReport(data);
    if (report) stream.report(report, performance.now());
  };
  observer.on('pause', held);
  observer.on('resume', held);
  observer.on('trace', traced);
  return () => {
    observer.off('pause', held);
    observer.off('resume', held);
    observer.off('trace', traced);
  };
}
