import wrtc from '@roamhq/wrtc';
import { type HeardTone, hearTone } from './tone.ts';

export type Opened = { status: number; location: string | null; code: string };
/** How loud it is for a player. */
export type Watched = { level: number };

/** A WHEP player in Node. It listens; pictures are looked at in a browser (test/browser/encoder.e2e.spec.ts). */
export class Watcher {
  private readonly connection = new wrtc.RTCPeerConnection();
  private session: { url: string; token: string } | null = null;
  private tone: HeardTone | null = null;

  async open(url: string, token: string): Promise<Opened> {
    const { connection } = this;
    connection.ontrack = ({ track }) => {
      if (track.kind === 'audio') this.tone = hearTone(track);
    };
    for (const kind of ['audio', 'video']) connection.addTransceiver(kind, { direction: 'recvonly' });
    await connection.setLocalDescription(await connection.createOffer());
    const body = connection.localDescription?.sdp ?? '';
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/sdp', authorization: `Bearer ${token}` }, body });
    const said = await answer.text();
    if (answer.status !== 201) return { status: answer.status, location: null, code: (JSON.parse(said) as { code: string }).code };
    const location = answer.headers.get('location');
    this.session = { url: new URL(location ?? '', url).href, token };
    await connection.setRemoteDescription({ type: 'answer', sdp: said });
    return { status: 201, location, code: '' };
  }

  perceives(): Watched {
    return { level: this.tone?.level() ?? 0 };
  }

  async end(): Promise<number> {
    if (!this.session) return 0;
    return (await fetch(this.session.url, { method: 'DELETE', headers: { authorization: `Bearer ${this.session.token}` } })).status;
  }

  close(): void {
    this.tone?.stop();
    this.connection.close();
  }
}
