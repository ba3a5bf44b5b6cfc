import type { MediaNotices, MediaSource } from '@yaji/contracts';
import { Device, type types } from 'mediasoup-client';
import { io, type Socket } from 'socket.io-client';
import { type Seen, seePicture, type Yuv } from './seen.ts';
import { type HeardTone, hearTone, pictureTrack, type Playing, toneTrack } from './tone.ts';

type Offer = Parameters<MediaNotices['consumer']>[0];
type Wire = Socket<{ [N in keyof MediaNotices]: MediaNotices[N] }>;
type Inbound = { type: string; ssrc?: number; packetsReceived?: number; framesDecoded?: number };
type Kept = { offer: Offer; consumer: types.Consumer; tone: HeardTone | null; seen: Seen | null; flowing: boolean };

/** What a listener hears and sees. Times in UTC milliseconds. */
export type Perceived = {
  consumerId: string; participantId: string; source: MediaSource; flowing: boolean; level: number; loudAt: number | null; packets: number; frames: number;
  /** Of the middle of the picture. */
  colour: Yuv | null;
};

const sensed = ({ tone, seen }: Pick<Kept, 'tone' | 'seen'>): Pick<Perceived, 'level' | 'loudAt' | 'colour'> =>
  ({ level: tone?.level() ?? 0, loudAt: tone?.loudAt() ?? null, colour: seen?.colour() ?? null });

/** A client of `/media` as docs/protocol-media.md describes it, in Node: real ICE, DTLS, Opus and VP8. */
export class Peer {
  readonly said: string[] = [];
  private readonly kept = new Map<string, Kept>();
  private readonly playing: Playing[] = [];
  private readonly device = new Device({ handlerName: 'Chrome111' });
  private readonly socket: Wire;
  private sending: types.Transport | null = null;
  private receiving: types.Transport | null = null;
  private taking: Promise<unknown> = Promise.resolve();

  constructor(url: string, token: unknown) {
    this.socket = io(`${url}/media`, { transports: ['websocket'], auth: { token }, forceNew: true, reconnection: false });
    this.socket.on('mayProduce', ({ mayProduce }) => void this.said.push(`mayProduce ${mayProduce}`));
    this.socket.on('onAir', ({ onAir }) => void this.said.push(`onAir ${onAir}`));
    this.socket.on('levels', (levels) => void this.said.push(`levels ${levels.map(({ level }) => level).join()}`));
    this.socket.on('leaving', () => void this.said.push('leaving'));
    this.socket.on('disconnect', () => void this.said.push('disconnect'));
    this.socket.on('consumer', (offer) => { this.taking = this.taking.then(() => this.take(offer)); });
    this.socket.on('consumerClosed', ({ consumerId }) => this.drop(consumerId));
    this.socket.on('consumerFlowing', ({ consumerId, flowing }) => {
      const kept = this.kept.get(consumerId);
      if (kept) kept.flowing = flowing;
    });
  }

  connected(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.socket.connected) resolve();
      this.socket.on('connect', resolve);
      this.socket.on('connect_error', (cause) => {
        this.socket.close();
        reject(cause);
      });
    });
  }

  async ask(name: string, asked: unknown): Promise<{ ok: true; data: Record<string, unknown> } | { ok: false; error: string }> {
    return await (this.socket.timeout(10_000).emitWithAck as (name: string, asked: unknown) => Promise<never>).call(this.socket.timeout(10_000), name, asked);
  }

  async send(source: MediaSource, frequency = 440): Promise<string> {
    this.sending ??= await this.transport('send');
    const playing = source === 'microphone' ? toneTrack(frequency) : pictureTrack();
    this.playing.push(playing);
    const encodings = [{ scaleResolutionDownBy: 4, maxBitrate: 150_000 }, { scaleResolutionDownBy: 2, maxBitrate: 450_000 }, { maxBitrate: 1_100_000 }];
    const producer = await this.sending.produce({ track: playing.track, appData: { source }, ...(source === 'camera' ? { encodings } : {}) });
    return producer.id;
  }

  async receive(video = true): Promise<void> {
    this.receiving ??= await this.transport('receive');
    await this.must('receive', { transportId: this.receiving.id, rtpCapabilities: this.device.recvRtpCapabilities, video });
  }

  async perceives(): Promise<Perceived[]> {
    const stats = this.receiving ? [...(await this.receiving.getStats()).values()] as Inbound[] : [];
    return [...this.kept.values()].map(({ offer, tone, seen, flowing }) => {
      const { consumerId, participantId, source, rtpParameters } = offer;
      const ssrc = (rtpParameters as types.RtpParameters).encodings?.[0]?.ssrc;
      const inbound = stats.find((one) => one.type === 'inbound-rtp' && one.ssrc === ssrc);
      return {
        consumerId, participantId, source, flowing, ...sensed({ tone, seen }),
        packets: inbound?.packetsReceived ?? 0, frames: inbound?.framesDecoded ?? 0,
      };
    });
  }

  resetLoud(): void {
    for (const { tone } of this.kept.values()) tone?.reset();
  }

  /** The microphone goes on sending, but silence. */
  silence(): void {
    for (const playing of this.playing) playing.silence();
  }

  /** The camera's pictures are of another size from now on. */
  resize(width: number, height: number): void {
    for (const playing of this.playing) playing.resize(width, height);
  }

  transportIds(): string[] {
    return [this.sending, this.receiving].flatMap((transport) => (transport ? [transport.id] : []));
  }

  /** Asks the node for new ICE parameters and uses them, as after a change of network. */
  async restartIce(): Promise<void> {
    for (const transport of [this.sending, this.receiving]) {
      if (!transport) continue;
      const { iceParameters } = await this.must('restartIce', { transportId: transport.id });
      await transport.restartIce({ iceParameters: iceParameters as types.IceParameters });
    }
  }

  close(): void {
    this.socket.close();
    this.sending?.close();
    this.receiving?.close();
    for (const playing of this.playing) playing.stop();
  }

  private async must(name: string, asked: unknown): Promise<Record<string, unknown>> {
    const answer = await this.ask(name, asked);
    if (!answer.ok) throw new Error(`${name}: ${answer.error}`);
    return answer.data;
  }

  private async transport(direction: 'send' | 'receive'): Promise<types.Transport> {
    if (!this.device.loaded) {
      const { rtpCapabilities } = await this.must('capabilities', {});
      await this.device.load({ routerRtpCapabilities: rtpCapabilities as types.RtpCapabilities });
    }
    const { transportId, iceParameters, iceCandidates, dtlsParameters } = await this.must('createTransport', { direction });
    const options = { id: transportId, iceParameters, iceCandidates, dtlsParameters } as unknown as types.TransportOptions;
    const made = direction === 'send' ? this.device.createSendTransport(options) : this.device.createRecvTransport(options);
    made.on('connect', ({ dtlsParameters: ours }, done, failed) => {
      // As the protocol allows: the next request goes right behind.
      this.must('connectTransport', { transportId, dtlsParameters: ours }).catch(failed);
      done();
    });
    made.on('produce', ({ kind, rtpParameters, appData }, done, failed) => {
      this.must('produce', { transportId, kind, source: appData['source'], rtpParameters }).then(({ producerId }) => done({ id: String(producerId) }), failed);
    });
    return made;
  }

  private async take(offer: Offer): Promise<void> {
    if (!this.receiving) throw new Error('an offer without having asked');
    const { consumerId: id, producerId, kind, rtpParameters } = offer;
    const consumer = await this.receiving.consume({ id, producerId, kind, rtpParameters: rtpParameters as types.RtpParameters });
    this.kept.set(id, { offer, consumer, tone: kind === 'audio' ? hearTone(consumer.track) : null, seen: kind === 'video' ? seePicture(consumer.track) : null, flowing: offer.flowing });
    if (kind === 'video') await this.ask('resumeConsumer', { consumerId: id });
  }

  private drop(consumerId: string): void {
    const kept = this.kept.get(consumerId);
    kept?.tone?.stop();
    kept?.seen?.stop();
    kept?.consumer.close();
    this.kept.delete(consumerId);
  }
}
