import datachannel, { type PeerConnection, type Track } from 'node-datachannel';
import { type Losing, lossyWay } from './losses.ts';
import { encode, type Made, ssrcs } from './picture.ts';

/** What the media node answered to the offer. */
export type Posted = { status: number; location: string | null; etag: string | null; said: string };
export type Publication = Made & { url: string; token: string; noSound?: boolean; losing?: Losing };

const types = { video: 96, audio: 111 };

/** A WHIP client on the library that OBS has as well (libdatachannel): ffmpeg encodes, its packets go out as they are. */
export class Encoder {
  private connection: PeerConnection | null = null;
  private stop: (() => void) | null = null;
  private session: { url: string; token: string } | null = null;

  /** What was published before ends. */
  async publish({ url, token, noSound = false, losing, ...made }: Publication): Promise<Posted> {
    this.close();
    const connection = new datachannel.PeerConnection('encoder', { iceServers: [], bindAddress: '127.0.0.1', disableAutoNegotiation: true });
    this.connection = connection;
    const video = connection.addTrack(picture(made.codec));
    const audio = noSound ? null : connection.addTrack(sound());
    const posted = await post(url, token, await offerOf(connection));
    if (posted.status !== 201) return posted;
    this.session = { url: new URL(posted.location ?? '', url).href, token };
    connection.setRemoteDescription(posted.said, 'answer');
    const passes = lossyWay(losing ?? null);
    const send = (track: Track | null, bytes: Buffer): void => { if (track?.isOpen()) track.sendMessageBinary(bytes); };
    // Not before there is a way: the first picture, a key picture, would be lost.
    video.onOpen(() => void encode(made, types, (kind, bytes) => { if (passes(kind, bytes)) send(kind === 'video' ? video : audio, bytes); }).then((stop) => {
      if (this.connection === connection) this.stop = stop;
      else stop();
    }));
    return posted;
  }

  state(): string {
    return this.connection?.state() ?? 'new';
  }

  /** As OBS does when one presses stop. */
  async end(): Promise<number> {
    if (!this.session) return 0;
    const { status } = await fetch(this.session.url, { method: 'DELETE', headers: { authorization: `Bearer ${this.session.token}` } });
    return status;
  }

  close(): void {
    this.stop?.();
    this.connection?.close();
    this.stop = null;
    this.connection = null;
  }
}

function picture(codec: Made['codec']) {
  const video = new datachannel.Video('video', 'SendOnly');
  if (codec === 'vp8') video.addVP8Codec(types.video);
  else video.addH264Codec(types.video);
  video.addSSRC(ssrcs.video, 'encoder', 'encoder', 'encoder-video');
  return video;
}

function sound() {
  const audio = new datachannel.Audio('audio', 'SendOnly');
  audio.addOpusCodec(types.audio);
  audio.addSSRC(ssrcs.audio, 'encoder', 'encoder', 'encoder-audio');
  return audio;
}

/** With all its candidates in it. */
const offerOf = (connection: PeerConnection): Promise<string> => new Promise((resolve) => {
  connection.onGatheringStateChange((state) => {
    if (state === 'complete') resolve(connection.localDescription()?.sdp ?? '');
  });
  connection.setLocalDescription('offer');
});

async function post(url: string, token: string, offer: string): Promise<Posted> {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/sdp', authorization: `Bearer ${token}` }, body: offer });
  return { status: answer.status, location: answer.headers.get('location'), etag: answer.headers.get('etag'), said: await answer.text() };
}
