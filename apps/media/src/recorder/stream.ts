import type { Depacketizer, Frame, Opening } from './rtp/frame.ts';
import { h264Frames } from './rtp/h264.ts';
import { opusFrames } from './rtp/opus.ts';
import { readPacket } from './rtp/packet.ts';
import { type InOrder, Reorder } from './rtp/reorder.ts';
import { vp8Frames } from './rtp/vp8.ts';
import type { Block, Codec } from './track/matroska.ts';
import { TrackClock } from './track/track-clock.ts';

const depacketizers: Record<Codec, () => Depacketizer> = { opus: opusFrames, vp8: vp8Frames, h264: h264Frames };
const rates: Record<Codec, number> = { opus: 48_000, vp8: 90_000, h264: 90_000 };

/** What comes out: once where the file begins (`at`: monotonic milliseconds of the first frame), then the frames. */
/** `afterLoss`: packets are missing right before it. */
export type Sink = { begin(opening: Opening, at: number): void; block(block: Block, afterLoss: boolean): void };

/** From the RTP packets of one stream to the blocks of a file. Knows neither mediasoup nor the disk. */
export class RtpStream {
  private readonly reorder = new Reorder();
  private readonly depacketizer: Depacketizer;
  private readonly clock: TrackClock;
  private hasBegun = false;
  private hasLost = false;

  constructor(codec: Codec, private readonly sink: Sink) {
    this.depacketizer = depacketizers[codec]();
    this.clock = new TrackClock(rates[codec]);
  }

  /** True: the picture cannot be shown until a key frame comes. */
  get needsKeyFrame(): boolean {
    return this.depacketizer.broken;
  }

  /** `now`: monotonic milliseconds. */
  push(bytes: Buffer, now: number): void {
    const packet = readPacket(bytes);
    if (packet) this.pass(this.reorder.push(packet, now));
  }

  /** To be called a few times a second: packets that waited long enough go on. */
  due(now: number): void {
    this.pass(this.reorder.due(now));
  }

  private pass(packets: readonly InOrder[]): void {
    for (const packet of packets) {
      this.hasLost ||= packet.lost > 0;
      for (const frame of this.depacketizer.take(packet)) this.write(frame);
    }
  }

  private write(frame: Frame): void {
    if (!this.hasBegun) {
      const opening = this.depacketizer.opening(frame);
      if (!opening) return;
      this.hasBegun = true;
      this.sink.begin(opening, frame.at);
    }
    this.sink.block({ ms: this.clock.place(frame.timestamp, frame.at), key: frame.key, bytes: frame.bytes }, this.hasLost);
    this.hasLost = false;
  }
}
