import { difference, routesTo, sendsOf } from '@yaji/media-plan';
import type { types } from 'mediasoup';
import { recordSent } from '../recorder/taps.ts';
import { pipeTo } from './booths.ts';
import { keyOf, type Received, type Sent, type Session, type Studio } from './studio.ts';

/**
 * Makes mediasoup agree with the plan. Microphones and pictures are switched at once, in the order of the log; what takes time
 * (consumers, taps) follows behind and always looks at the newest plan.
 */
export function reconcile(studio: Studio): void {
  for (const session of [...studio.sessions]) showOut(studio, session);
  switchAir(studio);
  for (const session of studio.sessions) tellRights(session);
  for (const { socketless } of [...studio.sessions]) socketless?.look();
  for (const sent of studio.sent.values()) recordSent(studio, sent);
  serve(studio);
}

/** The producers have changed: what everybody receives is looked at again. */
export function reconcileAll(studio: Studio): void {
  for (const session of studio.sessions) studio.stale.add(session);
  reconcile(studio);
}

/** This session asked for something else. */
export function serveAgain(session: Session): void {
  session.studio.stale.add(session);
  serve(session.studio);
}

/** Whoever is no longer admitted has no business here, whatever his pass says. */
function showOut({ scene }: Studio, session: Session): void {
  if (!scene.admitted.has(session.participantId)) session.end();
}

function switchAir(studio: Studio): void {
  const planned = new Map(studio.scene.plan.sources.map((source) => [keyOf(source), source.onAir]));
  for (const sent of [...studio.sent.values()]) {
    const onAir = planned.get(keyOf(sent));
    if (onAir !== sent.onAir) putOnAir(studio, sent, onAir ?? false);
    if (onAir === undefined) sent.producer.close();
  }
}

function putOnAir(studio: Studio, sent: Sent, onAir: boolean): void {
  if (sent.onAir === onAir) return;
  sent.onAir = onAir;
  unlessClosed(studio, sent.producer, onAir ? sent.producer.resume() : sent.producer.pause());
  // A resumed picture begins with a key frame for each consumer by mediasoup itself; the tap asks on its own.
  if (onAir) sent.tap?.then((tap) => tap?.wantKeyFrame(), (cause: unknown) => studio.log.error({ err: cause }, 'a tap did not start'));
  sent.session.say('onAir', { producerId: sent.producer.id, onAir });
  for (const session of studio.sessions) turnFlow(session, sent);
}

function turnFlow(session: Session, sent: Sent): void {
  for (const received of session.consumers.values()) {
    if (received.sent !== sent || received.flowing === sent.onAir) continue;
    received.flowing = sent.onAir;
    session.say('consumerFlowing', { consumerId: received.consumer.id, flowing: sent.onAir });
  }
}

function tellRights(session: Session): void {
  const mayProduce = sendsOf(session.studio.scene.plan, session.participantId).length > 0;
  if (session.mayProduce === mayProduce) return;
  session.mayProduce = mayProduce;
  session.say('mayProduce', { mayProduce });
}

/** A promise of mediasoup's that is void when what it was about has closed meanwhile. */
function unlessClosed(studio: Studio, about: { closed: boolean }, work: Promise<unknown>): void {
  work.catch((cause: unknown) => {
    if (!about.closed) studio.log.error({ roomId: studio.roomId, err: cause }, 'mediasoup refused');
  });
}

const mostAtOnce = 16;
/** A client is offered no more than this, whatever the plan. */
const mostConsumers = 80;

/** Serves the stale sessions, several at a time, until none is left. Who becomes stale meanwhile is served at once, not after the others. */
function serve(studio: Studio): void {
  while (studio.serving < mostAtOnce) {
    const session = takeStale(studio);
    if (!session) return;
    studio.serving += 1;
    void serveOne(session).finally(() => {
      studio.serving -= 1;
      serve(studio);
    });
  }
}

async function serveOne(session: Session): Promise<void> {
  const { studio } = session;
  session.isBeingServed = true;
  try {
    await offer(session);
  } catch (cause) {
    if (!session.isOver) studio.log.error({ roomId: studio.roomId, session: session.id, err: cause }, 'a client could not be offered what it should receive');
  } finally {
    session.isBeingServed = false;
  }
}

function takeStale({ stale }: Studio): Session | null {
  for (const session of stale) {
    if (session.isBeingServed) continue;
    stale.delete(session);
    return session;
  }
  return null;
}

/** The newest producer of a source: whoever comes back sends anew while the old socket may still linger. */
function sentFor({ sent }: Studio, { from, source }: Pick<Received, 'from' | 'source'>): Sent | undefined {
  return [...sent.values()].findLast((one) => one.participantId === from && one.source === source && !one.producer.closed);
}

async function offer(session: Session): Promise<void> {
  const { studio, receiving } = session;
  const wanted = receiving && !session.isOver ? routesTo(studio.scene.plan, session.participantId) : [];
  const possible = wanted.filter((route) => (receiving?.video === true || route.source === 'microphone') && sentFor(studio, route));
  const existing = [...session.consumers.values()];
  for (const received of existing.filter(({ sent }) => sent.producer.closed)) closeConsumer(session, received);
  const { open, close } = difference(possible, [...session.consumers.values()]);
  for (const received of close) closeConsumer(session, received);
  for (const route of open) {
    const sent = sentFor(studio, route);
    if (sent) await openConsumer(session, sent);
  }
}

async function openConsumer(session: Session, sent: Sent): Promise<void> {
  const { receiving, booth, studio } = session;
  if (!receiving || session.consumers.size >= mostConsumers) return;
  try {
    await pipeTo(sent, booth);
    if (!booth.router.canConsume({ producerId: sent.producer.id, rtpCapabilities: receiving.rtpCapabilities })) return;
    // A picture waits for its receiver, which needs the key frame at the beginning; what comes too early of a sound is only not heard.
    const consumer = await receiving.transport.consume({ producerId: sent.producer.id, rtpCapabilities: receiving.rtpCapabilities, paused: sent.kind === 'video' });
    if (session.isOver || session.receiving !== receiving || sent.producer.closed) consumer.close();
    else keepConsumer(session, sent, consumer, receiving.transport.id);
  } catch (cause) {
    if (sent.producer.closed || receiving.transport.closed || booth.router.closed) return;
    studio.log.error({ roomId: studio.roomId, session: session.id, err: cause }, 'a consumer could not be made');
  }
}

function keepConsumer(session: Session, sent: Sent, consumer: types.Consumer, transportId: string): void {
  const { participantId, source, kind, onAir: flowing } = sent;
  const received: Received = { from: participantId, source, to: session.participantId, flowing, sent, consumer };
  session.consumers.set(consumer.id, received);
  const gone = (): void => closeConsumer(session, received);
  consumer.on('producerclose', gone);
  consumer.on('transportclose', gone);
  const { id: consumerId, producerId, rtpParameters } = consumer;
  session.say('consumer', { consumerId, transportId, producerId, participantId, source, kind, rtpParameters, flowing });
}

function closeConsumer(session: Session, { consumer }: Received): void {
  if (!session.consumers.delete(consumer.id)) return;
  consumer.close();
  session.say('consumerClosed', { consumerId: consumer.id });
}
