import type { MediaKind, MediaSource } from '@yaji/contracts';
import { err, ok, type Result } from '@yaji/kit';
import { sendsOf } from '@yaji/media-plan';
import type { types } from 'mediasoup';
import type { MediaDescription } from 'sdp-transform';
import { mayProduce, produce } from '../requests/sending.ts';
import { connectTransport, createTransport } from '../requests/transports.ts';
import type { Welcome } from '../session/reception.ts';
import { endEarlier, openSession } from '../studio/sessions.ts';
import { keyOf, type Session } from '../studio/studio.ts';
import type { Refused } from '../offers/problems.ts';
import { agree, type Agreement } from '../offers/sdp/agreement.ts';
import { writeAnswer } from '../offers/sdp/answer.ts';
import type { Offer } from '../offers/sdp/offer.ts';
import { watchConnection } from '../offers/watch-connection.ts';

/** An encoder at work: a client of its person's that has no socket. `tag`: names its ICE parameters (RFC 9725, 4.3). */
export type Encoder = { readonly ingestId: string; readonly session: Session; readonly tag: string };

/** Something that the encoder offered to send. `isBeingMade`: a producer of it is on its way. */
type Wish = { readonly source: MediaSource; readonly kind: MediaKind; readonly rtpParameters: types.RtpParameters; isBeingMade: boolean };

/** The news of the stage may reach this node a moment after the encoder does. */
const rightPatienceMs = 1_000;
const lookEveryMs = 50;

export type Admitted = { readonly welcome: Welcome; readonly ingestId: string; readonly offer: Offer };

/**
 * Opens a session for an encoder and sends what its person may send now. What the person may not send any more is closed by the room, and
 * sent again, without the encoder's doing, when the right comes back.
 */
export async function openEncoder({ welcome: { studio, participantId, booth }, ingestId, offer }: Admitted): Promise<Result<{ encoder: Encoder; answer: string }, Refused>> {
  for (let waited = 0; sendsOf(studio.scene.plan, participantId).length === 0; waited += lookEveryMs) {
    if (waited >= rightPatienceMs) return err({ code: 'ingest/may-not-send' });
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  const agreements = agreeAll(offer, booth.router.rtpCapabilities);
  if (!agreements.ok) return agreements;
  const wishes: Wish[] = [];
  const session = openSession(studio, participantId, booth, {
    say: () => undefined, hangUp: () => undefined, socketless: { does: 'send', look: () => { for (const wish of wishes) void fulfil(session, wish); } },
  });
  try {
    const reached = await connect(session, offer);
    if (!reached) return refuse(session, 'ingest/busy');
    const { transport } = reached;
    wishes.push(...wishesOf(offer, agreements.value));
    await Promise.all(wishes.map((wish) => send(session, wish)));
    if (session.isOver) return err({ code: 'ingest/not-admitted' });
    endEarlier(session);
    watchConnection(transport, () => session.end());
    return ok({ encoder: { ingestId, session, tag: `"${transport.iceParameters.usernameFragment}"` }, answer: writeAnswer(offer, agreements.value, transport) });
  } catch (cause) {
    session.end();
    // mediasoup says so when parameters make no sense.
    if (cause instanceof TypeError) return err({ code: 'ingest/unusable', because: `The offer cannot be taken: ${cause.message}.` });
    throw cause;
  }
}

function refuse(session: Session, code: Refused['code']): Result<never, Refused> {
  session.end();
  return err({ code });
}

function agreeAll(offer: Offer, room: types.RouterRtpCapabilities): Result<Map<MediaDescription, Agreement>, Refused> {
  const agreements = new Map<MediaDescription, Agreement>();
  for (const { media, takenFor } of offer.sections) {
    if (takenFor === null) continue;
    try {
      const agreement = agree(media, room);
      if (!agreement.ok) return err({ code: 'ingest/unusable', because: agreement.error });
      agreements.set(media, agreement.value);
    } catch (cause) {
      if (cause instanceof TypeError) return err({ code: 'ingest/malformed', because: `The ${media.type} of the offer cannot be read: ${cause.message}.` });
      throw cause;
    }
  }
  return ok(agreements);
}

const wishesOf = (offer: Offer, agreements: ReadonlyMap<MediaDescription, Agreement>): Wish[] => offer.sections.flatMap(({ media, takenFor }) => {
  const agreement = agreements.get(media);
  if (!agreement || takenFor === null) return [];
  return [{ source: takenFor, kind: takenFor === 'microphone' ? 'audio' as const : 'video' as const, rtpParameters: agreement.rtpParameters, isBeingMade: false }];
});

async function connect(session: Session, { dtlsParameters }: Offer): Promise<{ transport: types.WebRtcTransport } | null> {
  const made = await createTransport(session, { direction: 'send' });
  const kept = made.ok ? session.transports.get(made.value.transportId) : undefined;
  if (!kept) return null;
  const connected = await connectTransport(session, { transportId: kept.transport.id, dtlsParameters });
  return connected.ok ? { transport: kept.transport } : null;
}

/** A source that nobody sends for this person. Another client of the same person that came later is not in the way, and has it. */
async function fulfil(session: Session, wish: Wish): Promise<void> {
  const { studio, participantId } = session;
  const isSent = [...studio.sent.values()].some((sent) => keyOf(sent) === keyOf({ participantId, source: wish.source }));
  const isOver = (): boolean => session.isOver;
  if (isSent || isOver()) return;
  try {
    await send(session, wish);
  } catch (cause) {
    if (!isOver()) studio.log.error({ roomId: studio.roomId, session: session.id, err: cause }, 'an encoder’s source could not be taken up again');
  }
}

/** What may not be sent now waits for the right. Rejects with a TypeError when the parameters make no sense. */
async function send(session: Session, wish: Wish): Promise<void> {
  if (wish.isBeingMade || !mayProduce(session, wish.source)) return;
  const transport = [...session.transports.values()].at(0);
  if (!transport) return;
  wish.isBeingMade = true;
  try {
    const answer = await produce(session, { transportId: transport.transport.id, kind: wish.kind, source: wish.source, rtpParameters: structuredClone(wish.rtpParameters) });
    if (!answer.ok && answer.error !== 'media/may-not-produce') session.studio.log.warn({ roomId: session.studio.roomId, session: session.id, source: wish.source, error: answer.error }, 'an encoder’s source was refused');
  } finally {
    wish.isBeingMade = false;
  }
}
