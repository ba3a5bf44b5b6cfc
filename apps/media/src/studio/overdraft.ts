import type { MediaSource } from '@yaji/contracts';
import type { types } from 'mediasoup';
import type { Sent, Studio } from './studio.ts';

/** What a source may bring, bits per second. Clients are told the caps (docs/protocol-media.md); this is twice as much, all layers together. */
const mostBits: Record<MediaSource, number> = { microphone: 128_000, camera: 3_400_000, screen: 5_000_000 };
const lookEveryMs = 5_000;
const mostLooks = 3;

/** Closes what goes on bringing far more than its share although congestion control asks for less. Returns how to stop. */
export function watchOverdraft(studio: Studio): () => void {
  const looks = new WeakMap<Sent, number>();
  const look = async (sent: Sent): Promise<void> => {
    const bits = await bitrateOf(sent.producer);
    const count = bits > mostBits[sent.source] ? (looks.get(sent) ?? 0) + 1 : 0;
    looks.set(sent, count);
    if (count < mostLooks) return;
    studio.log.warn({ roomId: studio.roomId, participantId: sent.participantId, source: sent.source, bits }, 'a source brings too much and is closed');
    // An encoder would send anew at once; its operator is to notice.
    if (sent.session.socketless) sent.session.end();
    else sent.producer.close();
  };
  const looking = setInterval(() => {
    for (const sent of studio.sent.values()) {
      look(sent).catch((cause: unknown) => {
        if (!sent.producer.closed) studio.log.warn({ roomId: studio.roomId, err: cause }, 'a source does not say what it brings');
      });
    }
  }, lookEveryMs);
  return () => clearInterval(looking);
}

const bitrateOf = async (producer: types.Producer): Promise<number> => (await producer.getStats()).reduce((sum, { bitrate }) => sum + bitrate, 0);
