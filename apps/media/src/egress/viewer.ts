import { err, ok, type Result } from '@yaji/kit';
import type { types } from 'mediasoup';
import type { MediaDescription } from 'sdp-transform';
import type { Refused } from '../offers/problems.ts';
import { type Answered, writeAnswer } from '../offers/sdp/answer.ts';
import { midOf, type Offer } from '../offers/sdp/offer.ts';
import { watchConnection } from '../offers/watch-connection.ts';
import { connectTransport, createTransport } from '../requests/transports.ts';
import type { Welcome } from '../session/reception.ts';
import { endEarlier, openSession } from '../studio/sessions.ts';
import type { Session } from '../studio/studio.ts';
import { type Joined, joinProgram } from './numbered-program.ts';
import { type Wanted, wantedIn } from './wanted.ts';

/** A player at work: a client of its person's without a socket. `tag`: names its ICE parameters. */
export type Viewer = { readonly session: Session; readonly tag: string };

/** Opens a session for a player and sends it the program of the room, as long as its person listens there. Rejects when mediasoup fails. */
export async function openViewer({ studio, participantId, booth: { worker } }: Welcome, offer: Offer): Promise<Result<{ viewer: Viewer; answer: string }, Refused>> {
  const listens = (): boolean => studio.scene.plan.listeners.has(participantId);
  if (!listens()) return err({ code: 'egress/not-a-listener' });
  const wanted = wantedIn(offer);
  if (!wanted) return err({ code: 'ingest/unusable', because: 'The program is Opus and VP8, and the offer takes neither.' });
  const joined = await joinProgram(studio, worker, wanted.numbers);
  const session = openSession(studio, participantId, joined.booth, {
    say: () => undefined, hangUp: () => undefined, socketless: { does: 'watch', look: () => { if (!listens()) session.end(); } },
  });
  try {
    const transport = await connect(session, offer);
    if (!transport) {
      leave(session, joined);
      return err({ code: 'ingest/busy' });
    }
    const answers = await consume(joined, transport, wanted);
    watchConnection(transport, () => leave(session, joined));
    endEarlier(session);
    if (session.isOver) return err({ code: 'egress/not-a-listener' });
    return ok({ viewer: { session, tag: `"${transport.iceParameters.usernameFragment}"` }, answer: writeAnswer(offer, answers, transport) });
  } catch (cause) {
    leave(session, joined);
    // mediasoup says so when parameters make no sense.
    if (cause instanceof TypeError) return err({ code: 'ingest/unusable', because: `The offer cannot be taken: ${cause.message}.` });
    throw cause;
  }
}

function leave(session: Session, joined: Joined): void {
  session.end();
  joined.leave();
}

async function connect(session: Session, { dtlsParameters }: Offer): Promise<types.WebRtcTransport | null> {
  const made = await createTransport(session, { direction: 'receive' });
  const kept = made.ok ? session.transports.get(made.value.transportId) : undefined;
  if (!kept) return null;
  const connected = await connectTransport(session, { transportId: kept.transport.id, dtlsParameters });
  return connected.ok ? kept.transport : null;
}

/** One consumer for each that is wanted. Losses are asked for again where the player can; a picture begins with a key frame by mediasoup itself. */
async function consume({ booth: { router }, program }: Joined, transport: types.WebRtcTransport, wanted: Wanted): Promise<Map<MediaDescription, Answered>> {
  const answers = new Map<MediaDescription, Answered>();
  for (const kind of ['audio', 'video'] as const) {
    const media = wanted[kind];
    if (!media) continue;
    const number = wanted.numbers[kind];
    const codec = router.rtpCapabilities.codecs?.find(({ preferredPayloadType }) => preferredPayloadType === number);
    if (!codec) throw new Error(`a program without ${kind}`);
    const understood = (media.rtcpFb ?? []).filter(({ payload }) => payload === '*' || Number(payload) === number);
    const rtcpFeedback = (codec.rtcpFeedback ?? []).filter(({ type, parameter }) => understood.some((one) => one.type === type && (one.subtype ?? '') === (parameter ?? '')));
    const mid = midOf(media);
    const consumer = await transport.consume({
      producerId: program[kind].id, rtpCapabilities: { codecs: [{ ...codec, rtcpFeedback }], headerExtensions: [] }, ...(mid === undefined ? {} : { mid }),
    });
    answers.set(media, { answered: consumer.rtpParameters, sends: true });
  }
  return answers;
}
