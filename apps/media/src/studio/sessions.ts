import { randomUUID } from 'node:crypto';
import type { ParticipantId } from '@yaji/contracts';
import { reconcile } from './reconcile.ts';
import type { Booth, Say, Session, SocketlessClient, Studio } from './studio.ts';

/** How a client is spoken to, and how its connection is ended. `encoder`: it has no socket. */
export type Line = { readonly say: Say; readonly hangUp: () => void; readonly encoder?: SocketlessClient };

/** A client has come: it is told its rights at once, everything else when it asks. */
export function openSession(studio: Studio, participantId: ParticipantId, booth: Booth, line: Line): Session {
  const session: Session = {
    id: randomUUID(), participantId, studio, booth, say: line.say, transports: new Map(), consumers: new Map(),
    receiving: null, making: { transports: 0, producers: 0 }, mayProduce: null, isOver: false, isBeingServed: false, encoder: line.encoder ?? null,
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

/** Everything of this client is closed; what others received from it closes with it. */
export function closeSession(session: Session): void {
  if (session.isOver) return;
  session.isOver = true;
  session.booth.worker.people -= 1;
  session.studio.sessions.delete(session);
  session.studio.stale.delete(session);
  for (const { transport } of [...session.transports.values()]) transport.close();
}
