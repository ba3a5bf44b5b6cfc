import { Inject } from '@nestjs/common';
import { type OnGatewayConnection, type OnGatewayDisconnect, type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import { type MediaError, type MediaNotices, mediaRequests, type MediaRequestName } from '@yaji/contracts';
import type { Namespace, Socket } from 'socket.io';
import { MEDIA_NODE, type MediaNode } from '../node/media-node.ts';
import { closeSession, openSession } from '../studio/sessions.ts';
import type { Session } from '../studio/studio.ts';
import { Credit } from './credit.ts';
import { dispatch } from './dispatch.ts';
import { receiveClient, type Welcome } from './reception.ts';

type MediaSocket = Socket<Record<string, (...said: unknown[]) => void>, MediaNotices, Record<string, never>, { welcome?: Welcome; session?: Session }>;

const names = Object.keys(mediaRequests) as MediaRequestName[];
const isName = (name: string): boolean => Object.hasOwn(mediaRequests, name);
/** So many messages that make no sense, and the socket is closed. */
const mostFaults = 20;

/** The door of `/media`: lets clients in, and hands each request to its answer. */
@WebSocketGateway({ namespace: '/media' })
export class MediaGateway implements OnGatewayInit<Namespace>, OnGatewayConnection<MediaSocket>, OnGatewayDisconnect<MediaSocket> {
  constructor(@Inject(MEDIA_NODE) private readonly node: MediaNode) {}

  afterInit(namespace: Namespace): void {
    namespace.use((socket: MediaSocket, next) => {
      void this.letIn(socket).then((error) => next(error === null ? undefined : new Error(error)));
    });
  }

  handleConnection(socket: MediaSocket): void {
    const { welcome } = socket.data;
    if (!welcome) return void socket.disconnect(true);
    const session = openSession(welcome.studio, welcome.participantId, welcome.booth, {
      say: (name, ...said) => void socket.emit(name, ...said),
      hangUp: () => void socket.disconnect(true),
    });
    socket.data.session = session;
    this.listen(socket, session);
    if (session.booth.router.closed) this.sendAway(session);
  }

  handleDisconnect(socket: MediaSocket): void {
    if (socket.data.session) closeSession(socket.data.session);
  }

  /** What was in the way, or null. */
  private async letIn(socket: MediaSocket): Promise<MediaError | null> {
    if (this.node.isDraining()) return 'media/busy';
    try {
      const welcome = await receiveClient(socket.handshake.auth['token'], this.node);
      if (!welcome.ok) return welcome.error;
      socket.data.welcome = welcome.value;
      return null;
    } catch (cause) {
      this.node.log.error({ err: cause }, 'a client could not be let in');
      return 'media/failed';
    }
  }

  private listen(socket: MediaSocket, session: Session): void {
    const credit = new Credit();
    let faults = 0;
    const fault = (): void => {
      faults += 1;
      if (faults === 1) this.node.log.warn({ session: session.id }, 'a client says what makes no sense');
      if (faults > mostFaults) session.end();
    };
    for (const name of names) {
      socket.on(name, (asked: unknown, ack: unknown) => {
        if (typeof ack !== 'function') return fault();
        const answer = (said: unknown): unknown => Reflect.apply(ack, undefined, [said]);
        if (!credit.take()) {
          fault();
          return void answer({ ok: false, error: 'media/busy' });
        }
        void dispatch(session, name, asked, this.node.log).then((said) => {
          if (!said.ok && said.error === 'media/invalid') fault();
          answer(said);
        });
      });
    }
    socket.onAny((name: string, ...said: unknown[]) => {
      if (isName(name)) return;
      fault();
      const ack = said.at(-1);
      if (typeof ack === 'function') Reflect.apply(ack, undefined, [{ ok: false, error: 'media/unknown' }]);
    });
  }

  private sendAway(session: Session): void {
    session.say('leaving');
    session.end();
  }
}
