import type { RoomId } from '@yaji/contracts';
import { err, ok, type Result } from '@yaji/kit';
import type { MediaNode } from '../node/media-node.ts';
import { welcome } from '../session/reception.ts';
import { type Encoder, openEncoder } from './encoder.ts';
import { bringIn } from './person.ts';
import type { OfferProblem, Refused } from '../offers/problems.ts';
import { readOffer } from '../offers/sdp/offer.ts';

type Asked = { readonly roomId: RoomId; readonly token: string };
type Opened = { readonly encoder: Encoder; readonly answer: string };

/** Keys are looked after, and persons who send by an encoder are said to be here, this often: a key that was taken back ends within it. */
const roundMs = 2_000;

/** The encoders at work on this node. */
export class Encoders {
  private readonly open = new Map<string, Encoder>();
  private readonly rounds: NodeJS.Timeout;
  private isTroubled = false;

  constructor(private readonly node: MediaNode) {
    this.rounds = setInterval(() => void this.look(), roundMs);
  }

  close(): void {
    clearInterval(this.rounds);
  }

  /** Takes an encoder in by its key and its offer. Rejects when the database or the room's log cannot be reached. */
  async take({ roomId, token }: Asked, offered: string): Promise<Result<Opened, Refused>> {
    const { node } = this;
    if (node.isDraining()) return err({ code: 'ingest/busy' });
    const key = await this.keyOf(token);
    if (key?.roomId !== roomId) return err({ code: 'ingest/unauthorised' });
    const offer = readOffer(offered);
    if (!offer.ok) return err({ code: 'ingest/malformed', because: offer.error });
    const { participantId, ingestId } = key;
    const isIn = await bringIn(node.engine, roomId, participantId);
    if (!isIn.ok) return err({ code: isIn.error });
    const received = await welcome(key, node);
    if (!received.ok) return err({ code: received.error === 'media/busy' ? 'ingest/busy' : 'ingest/not-admitted' });
    const opened = await openEncoder({ welcome: received.value, ingestId, offer: offer.value });
    if (!opened.ok) return opened;
    this.open.set(opened.value.encoder.session.id, opened.value.encoder);
    node.log.info({ roomId, participantId, session: opened.value.encoder.session.id }, 'an encoder sends');
    return opened;
  }

  /** The session of this number that was opened with this very key; nobody else's can be told from none. */
  async find({ roomId, token }: Asked, id: string): Promise<Result<Encoder, OfferProblem>> {
    const claims = await this.node.tokens.verifyIngest(token);
    if (claims?.roomId !== roomId) return err('ingest/unauthorised');
    const encoder = this.open.get(id);
    return encoder && !encoder.session.isOver && encoder.ingestId === claims.ingestId ? ok(encoder) : err('ingest/unknown');
  }

  private async keyOf(token: string) {
    const claims = await this.node.tokens.verifyIngest(token);
    if (!claims) return null;
    const [held] = await this.node.ingest.keys.hold([claims.ingestId]);
    return held === undefined ? null : { ...claims, roomId: claims.roomId as RoomId, participantId: claims.participantId as Encoder['session']['participantId'] };
  }

  private async look(): Promise<void> {
    for (const [id, { session }] of this.open) if (session.isOver) this.open.delete(id);
    const atWork = [...this.open.values()];
    if (atWork.length === 0) return;
    try {
      const held = new Set(await this.node.ingest.keys.hold([...new Set(atWork.map(({ ingestId }) => ingestId))]));
      for (const { ingestId, session } of atWork) if (!held.has(ingestId)) session.end();
      for (const { session: { studio, participantId } } of atWork) await this.node.ingest.presence.touch(studio.roomId, [{ participantId, place: 'remote' }]);
      this.isTroubled = false;
    } catch (cause) {
      // A database that is away ends nobody's picture.
      if (!this.isTroubled) this.node.log.warn({ err: cause }, 'the keys of encoders could not be looked after');
      this.isTroubled = true;
    }
  }
}
