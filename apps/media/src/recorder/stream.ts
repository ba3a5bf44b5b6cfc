import type { Depacketizer, Frame, Opening } from './rtp/frame.ts';
import { h264Frames } from './rtp/h264.ts';
import { opusFrames } from './rtp/opus.ts';
import { readPacket } from './rtp/packet.ts';
import { type InOrder, Reorder } from './rtp/reorder.ts';
import { vp8Frames } from './rtp/vp8.ts';
import type { SenderClock } from './sync/sender-clock.ts';
import type { SenderReport } from './sync/sender-report.ts';
import type { Block, Codec } from './track/matroska.ts';
import { TrackClock } from './track/track-clock.ts';

const depacketizers: Record<Codec, () => Depacketizer> = { opus: opusFrames, vp8: vp8Frames, h264: h264Frames };
/** Ticks of RTP timestamps a second. */
export const clockRates: Record<Codec, number> = { opus: 48_000, vp8: 90_000, h264: 90_000 };

/** What is missing right before a frame: nothing; packets; or pictures too that came but could not be shown without a key frame. */
export type Missing = 'nothing' | 'packets' | 'key-frame';
/** A picture's size from this frame on, pixels. */
export type Size = { width: number; height: number };

/** What comes out: once where the file begins (`at`: monotonic milliseconds of the first frame), then the frames; a picture's size when it changes. */
export type Sink = { begin(opening: Opening, at: number): void; resized(size: Size, ms: number): void; block(block: Block, missing: Missing): void };

/** What came in. `firstAt`, `lastAt`: monotonic milliseconds of the first and the last packet. */
export type Received = { packets: number; lost: number; firstAt: number | null; lastAt: number | null };

/** From the RTP packets of one stream to the blocks of a file. Knows neither mediasoup nor the disk. */
export class RtpStream {
  readonly received: Received = { packets: 0, lost: 0, firstAt: null, lastAt: null };
  private readonly reorder = new Reorder();
  private readonly depacketizer: Depacketizer;
  private readonly clock: TrackClock;
  private size: Size = { width: 0, height: 0 };
  private hasBegun = false;
  private hasLost = false;
  /** Pictures that came and are of no use; the last of them may be a key frame that is not whole yet. */
  private useless = 0;
  private uselessTimestamp: number | null = null;

  /** `sender`: the clock of whoever sends this, shared with what else they send. */
  constructor(codec: Codec, private readonly sink: Sink, sender?: SenderClock) {
    this.depacketizer = depacketizers[codec]();
    this.clock = new TrackClock(clockRates[codec], sender);
  }

  /** True: the picture cannot be shown until a key frame comes. */
  get needsKeyFrame(): boolean {
    return this.depacketizer.broken;
  }

  /** How much later the track is than its timestamps say, by the sender's reports; null while there are none. */
  get syncMs(): number | null {
    return this.clock.syncMs;
  }

  /** `now`: monotonic milliseconds. */
  push(bytes: Buffer, now: number): void {
    const packet = readPacket(bytes);
    if (!packet) return;
    this.received.packets += 1;
    this.received.firstAt ??= now;
    this.received.lastAt = now;
    this.pass(this.reorder.push(packet, now));
  }

  /** `now`: monotonic milliseconds. */
  report(report: SenderReport, now: number): void {
    this.clock.report(report, now);
  }

  /** To be called a few times a second: packets that waited long enough go on. */
  due(now: number): void {
    this.pass(this.reorder.due(now));
  }

  private pass(packets: readonly InOrder[]): void {
    for (const packet of packets) {
      this.received.lost += packet.lost;
      this.hasLost ||= packet.lost > 0;
      for (const frame of this.depacketizer.take(packet)) this.write(frame);
      this.countUseless(packet.packet.timestamp);
    }
  }

  private countUseless(timestamp: number): void {
    if (!this.depacketizer.broken || timestamp === this.uselessTimestamp) return;
    this.useless += 1;
    this.uselessTimestamp = timestamp;
  }

  private write(frame: Frame): void {
    const opening = frame.key ? this.depacketizer.opening(frame) : null;
    if (!this.hasBegun) {
      if (!opening) return;
      this.hasBegun = true;
      this.sink.begin(opening, frame.at);
    }
    const ms = this.clock.place(frame.timestamp, frame.at);
    if (opening) this.measure(opening, ms);
    this.sink.block({ ms, key: frame.key, bytes: frame.bytes }, this.missingBefore(frame));
    this.hasLost = false;
    this.useless = 0;
    this.uselessTimestamp = null;
  }

  private missingBefore({ timestamp }: Frame): Missing {
    const useless = this.useless - (timestamp === this.uselessTimestamp ? 1 : 0);
    if (useless > 0) return 'key-frame';
    return this.hasLost ? 'packets' : 'nothing';
  }

  private measure({ width, height }: Size, ms: number): void {
    if (width === this.size.width && height === this.size.height) return;
    this.size = { width, height };
    this.sink.resized(this.size, ms);
  }
}
