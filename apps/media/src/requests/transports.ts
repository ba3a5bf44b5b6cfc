import { err, ok } from '@yaji/kit';
import type { types } from 'mediasoup';
import type { Session } from '../studio/studio.ts';
import type { MediaAnswers } from './media-answers.ts';

/** One for each direction, and one more of each while a client replaces them. */
const mostTransports = 4;
const mostIncomingBitrate = 3_000_000;
const firstOutgoingBitrate = 1_000_000;
/** A client whose network is gone is noticed after this. */
const consentSeconds = 20;

/** The first thing a client asks; its rights are told once more, since it may not have listened yet when it connected. */
export const capabilities: MediaAnswers['capabilities'] = async ({ booth, say, mayProduce }) => {
  if (mayProduce !== null) say('mayProduce', { mayProduce });
  return ok({ rtpCapabilities: booth.router.rtpCapabilities });
};

export const createTransport: MediaAnswers['createTransport'] = async (session, { direction }) => {
  const { transports, making } = session;
  if (transports.size + making.transports >= mostTransports) return err('media/busy');
  making.transports += 1;
  try {
    const transport = await makeTransport(session, direction);
    const { id: transportId, iceParameters, iceCandidates, dtlsParameters } = transport;
    return ok({ transportId, iceParameters, iceCandidates, dtlsParameters, iceServers: [] });
  } finally {
    making.transports -= 1;
  }
};

async function makeTransport(session: Session, direction: 'send' | 'receive'): Promise<types.WebRtcTransport> {
  const { router, worker } = session.booth;
  const transport = await router.createWebRtcTransport({
    webRtcServer: worker.server, enableUdp: true, enableTcp: true, preferUdp: true,
    iceConsentTimeout: consentSeconds, initialAvailableOutgoingBitrate: firstOutgoingBitrate,
  });
  if (direction === 'send') await transport.setMaxIncomingBitrate(mostIncomingBitrate);
  // Last, so that no request that comes meanwhile counts it twice: as being made and as made.
  keep(session, transport, direction);
  return transport;
}

function keep({ transports, isOver }: Session, transport: types.WebRtcTransport, direction: 'send' | 'receive'): void {
  transports.set(transport.id, { transport, direction });
  transport.observer.once('close', () => transports.delete(transport.id));
  transport.on('dtlsstatechange', (state) => {
    if (state === 'failed' || state === 'closed') transport.close();
  });
  if (isOver) transport.close();
}

export const connectTransport: MediaAnswers['connectTransport'] = async ({ transports }, { transportId, dtlsParameters }) => {
  const transport = transports.get(transportId)?.transport;
  if (!transport) return err('media/unknown');
  // mediasoup checks the shape and refuses with a TypeError.
  await transport.connect({ dtlsParameters: dtlsParameters as types.DtlsParameters });
  return ok({});
};

export const restartIce: MediaAnswers['restartIce'] = async ({ transports }, { transportId }) => {
  const transport = transports.get(transportId)?.transport;
  return transport ? ok({ iceParameters: await transport.restartIce() }) : err('media/unknown');
};
