import type { Page } from 'playwright-core';

/** Something that a page did on its way to being heard, or to hearing. `at`: UTC milliseconds, to a tenth. */
export type Step = { what: string; at: number };

type Noting = { __steps?: Step[] };

/**
 * To be put into a page before its own scripts. Notes what goes over the sockets by name (`snapshot`; `produce?` is asked, `produce!`
 * answered), when a device was asked for and given, each state of each peer connection, and the first sound packet that was sent.
 */
export function noteSteps(): void {
  const steps: Step[] = [];
  (window as unknown as Noting).__steps = steps;
  const note = (what: string) => { steps.push({ what, at: performance.timeOrigin + performance.now() }); };
  steps.push({ what: 'navigation', at: performance.timeOrigin });
  note('script');
  // Socket.IO: `42/media,7["produce",{…}]` asks, `43/media,7[{…}]` answers, without a number it tells; `40/media,` connects.
  const frame = /^(4[023])\/(\w+),(\d*)(?:\["(\w+)")?/;
  const asked = new Map<string, string>();
  const nameOf = (type: string, key: string, name: string): string => {
    if (type === '43') return `${asked.get(key) ?? ''}!`;
    if (key.endsWith(' ')) return name;
    asked.set(key, name);
    return `${name}?`;
  };
  const read = (said: unknown, outward: boolean) => {
    const parts = typeof said === 'string' ? frame.exec(said) : null;
    if (!parts) return;
    const [type = '', namespace = '', id = '', name = ''] = parts.slice(1);
    note(type === '40' ? `${namespace}${outward ? '?' : '!'}` : nameOf(type, `${namespace} ${id}`, name));
  };
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...where: ConstructorParameters<typeof WebSocket>) {
      super(...where);
      this.addEventListener('message', ({ data }) => { read(data, false); });
    }

    override send(said: string | BufferSource | Blob): void {
      read(said, true);
      super.send(said);
    }
  };
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const open = devices?.getUserMedia.bind(devices);
  if (devices && open) {
    devices.getUserMedia = async (wishes) => {
      const kind = wishes?.audio ? 'microphone' : 'camera';
      note(`${kind}?`);
      const stream = await open(wishes);
      note(`${kind}!`);
      return stream;
    };
  }
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(...settings: ConstructorParameters<typeof RTCPeerConnection>) {
      super(...settings);
      this.addEventListener('connectionstatechange', () => {
        const sends = this.getSenders().some(({ track }) => track !== null);
        note(`${sends ? 'send' : 'receive'} ${this.connectionState}`);
        if (!sends || this.connectionState !== 'connected') return;
        const timer = setInterval(() => {
          void this.getStats().then((report) => {
            const stats = [...report.values() as Iterable<{ type: string; kind?: string; packetsSent?: number }>];
            if (!stats.some(({ type, kind, packetsSent = 0 }) => type === 'outbound-rtp' && kind === 'audio' && packetsSent > 0)) return;
            if (!steps.some(({ what }) => what === 'first packet')) note('first packet');
            clearInterval(timer);
          });
        }, 20);
      });
    }
  };
}

export const stepsOf = (page: Page): Promise<Step[]> => page.evaluate(() => (window as unknown as Noting).__steps ?? []);
