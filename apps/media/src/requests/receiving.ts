import { err, ok } from '@yaji/kit';
import { serveAgain } from '../studio/reconcile.ts';
import type { MediaAnswers } from './media-answers.ts';

export const receive: MediaAnswers['receive'] = async (session, { transportId, rtpCapabilities, video }) => {
  const kept = session.transports.get(transportId);
  if (kept?.direction !== 'receive') return err('media/unknown');
  // mediasoup checks the shape when the first consumer is made; without codecs nothing would ever be offered.
  if (!Array.isArray(rtpCapabilities['codecs'])) return err('media/invalid');
  session.receiving = { transport: kept.transport, rtpCapabilities, video };
  serveAgain(session);
  return ok({});
};

export const resumeConsumer: MediaAnswers['resumeConsumer'] = async ({ consumers }, { consumerId }) => {
  const received = consumers.get(consumerId);
  if (!received) return err('media/unknown');
  await received.consumer.resume();
  return ok({});
};

export const preferLayer: MediaAnswers['preferLayer'] = async ({ consumers }, { consumerId, spatialLayer }) => {
  const received = consumers.get(consumerId);
  if (!received) return err('media/unknown');
  if (received.consumer.type === 'simulcast') await received.consumer.setPreferredLayers({ spatialLayer });
  return ok({});
};
