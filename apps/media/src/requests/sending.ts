import { sendsOf } from '@yaji/media-plan';
import type { MediaKind, MediaSource } from '@yaji/contracts';
import { err, ok } from '@yaji/kit';
import type { types } from 'mediasoup';
import { startEar } from '../listening/ear.ts';
import { hear } from '../listening/levels.ts';
import { closeTap } from '../recorder/taps.ts';
import { reconcileAll } from '../studio/reconcile.ts';
import { keyOf, type Sent, type Session } from '../studio/studio.ts';
import type { MediaAnswers } from './media-answers.ts';

const kinds: Record<MediaSource, MediaKind> = { microphone: 'audio', camera: 'video', screen: 'video' };
const mostProducers = 4;
/** Simulcast layers. */
const mostEncodings = 3;
/** Several clients wanting a key frame at once get one. */
const keyFrameRequestDelayMs = 250;

export const mayProduce = ({ studio, participantId }: Session, source: MediaSource): boolean =>
  sendsOf(studio.scene.plan, participantId).some((planned) => planned.source === source);

const encodingsOf = (rtpParameters: Record<string, unknown>): number => (Array.isArray(rtpParameters['encodings']) ? rtpParameters['encodings'].length : 0);

export const produce: MediaAnswers['produce'] = async (session, { transportId, kind, source, rtpParameters }) => {
  const { studio, making } = session;
  const kept = session.transports.get(transportId);
  if (kept?.direction !== 'send') return err('media/unknown');
  if (kind !== kinds[source] || encodingsOf(rtpParameters) > mostEncodings) return err('media/invalid');
  if (!mayProduce(session, source)) return err('media/may-not-produce');
  if (producersOf(session) + making.producers >= mostProducers) return err('media/busy');
  making.producers += 1;
  try {
    // Field by field: a client that could choose the producer's id could take another's place.
    const producer = await kept.transport.produce({
      kind, rtpParameters: rtpParameters as types.RtpParameters, paused: true, keyFrameRequestDelay: keyFrameRequestDelayMs,
    });
    if (session.isOver || !mayProduce(session, source)) {
      producer.close();
      return err('media/may-not-produce');
    }
    const sent = keep(session, source, producer);
    reconcileAll(studio);
    return ok({ producerId: producer.id, onAir: sent.onAir });
  } finally {
    making.producers -= 1;
  }
};

const producersOf = (session: Session): number => [...session.studio.sent.values()].filter((sent) => sent.session === session).length;

/** Whoever sends a source anew (after a lost connection, say) replaces what he sent before. */
function keep(session: Session, source: MediaSource, producer: types.Producer): Sent {
  const { studio, booth, participantId } = session;
  const sent: Sent = { session, participantId, source, kind: producer.kind, producer, piped: new Map(), onAir: false, tap: null };
  for (const earlier of [...studio.sent.values()]) if (keyOf(earlier) === keyOf(sent)) earlier.producer.close();
  studio.sent.set(producer.id, sent);
  producer.observer.once('close', () => {
    studio.sent.delete(producer.id);
    void closeTap(studio, sent);
    reconcileAll(studio);
  });
  if (producer.kind === 'audio') {
    startEar(booth.router, producer, (level, at) => hear(studio, sent, level, at)).catch((cause: unknown) => {
      if (!producer.closed) studio.log.error({ roomId: studio.roomId, err: cause }, 'a microphone cannot be listened to');
    });
  }
  return sent;
}

export const closeProducer: MediaAnswers['closeProducer'] = async (session, { producerId }) => {
  const sent = session.studio.sent.get(producerId);
  if (sent?.session !== session) return err('media/unknown');
  sent.producer.close();
  return ok({});
};
