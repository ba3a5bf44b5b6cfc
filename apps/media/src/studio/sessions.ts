import { randomUUID } from 'node:crypto';
import type { ParticipantId } from '@yaji/contracts';
import { reconcile } from './reconcile.ts';
import type { Booth, Say, Session, SocketlessClient, Studio } from './studio.ts';

/** How a client is spoken to, and how its connection is ended. `socketless`: it has no socket. */
export type Line = { readonly say: Say; readonly hangUp: () => void; readonly socketless?: SocketlessClient };

/** A client has come: it is told its rights at once, everything else when it asks. */
export function openSession(studio: Studio, participantId: ParticipantId, booth: Booth, line: Line): Session {
  const session: Session = {
    id: randomUUID(), participantId, studio, booth, say: line.say, transports: new Map(), consumers: new Map(),
    receiving: null, making: { transports: 0, producers: 0 }, mayProduce: null, isOver: false, isBeingServed: false, socketless: line.socketless ?? null,
    end: () => {
      closeSession(session);
      line.hangUp();
    },
  };
  booth.worker.people += 1;
  booth.worker.joined += 1;
  studio.sessions.add(session);
  reconcile(studio);
  return session;
}

/** Of those without a socket a person has one that sends and one that watches: the later counts. */
export function endEarlier(session: Session): void {
  for (const other of [...session.studio.sessions]) {
    if (other === session) return;
    if (other.participantId === session.participantId && other.socketless && other.socketless.does === session.socketless?.does) other.end();
  }
}

/** Everything of this client is closed; what others received from it closes with it. */
export function closeSession(session: Session): void {
  if (session.isOver) return;
  session.isOver = true;
  session.booth.worker.people -= 1;
  session.studio.sessions.delete(session);
  session.studio.stale.delete(session);
  for (const { transport } of [...session.transports.values()]) transport.close();
}
