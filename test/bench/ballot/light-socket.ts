import { EventEmitter } from 'node:events';
import { io, type Socket } from 'socket.io-client';

/** A seat in a crowd. `closedAt`: when it is told the result of a ballot, UTC milliseconds with fractions. */
export type LightSocket = { io: Socket; closedAt: Promise<number> };

type Packet = { type: number; nsp: string; id?: number; data?: unknown };

const eventPacket = 2;
/** Type, namespace and number of a packet; what follows is its data. Socket.IO protocol, version 5, without binary. */
const head = /^(\d)(?:(\/[^,]*),)?(\d*)/;
const eventName = /^\["(\w+)"/;
const headLength = 100;

class Encoder {
  encode({ type, nsp, id, data }: Packet): string[] {
    return [`${type}${nsp === '/' ? '' : `${nsp},`}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`];
  }
}

/** What the server says on its own comes as the text it is: five thousand snapshots of five thousand people are not worth reading. */
class Decoder extends EventEmitter {
  add(text: string): void {
    const [all = '', kind = '', nsp = '/', id = ''] = head.exec(text.slice(0, headLength)) ?? [];
    const [type, body] = [Number(kind), text.slice(all.length)];
    const data: unknown = type === eventPacket ? [eventName.exec(body.slice(0, headLength))?.[1], body] : body === '' ? undefined : JSON.parse(body);
    this.emit('decoded', { type, nsp, ...(id === '' ? {} : { id: Number(id) }), data } satisfies Packet);
  }

  destroy(): void {
    this.removeAllListeners();
  }
}

/** An ordinary client but for its reading. Resolves when it has its snapshot; nobody is brought back when the connection is lost. */
export function lightSocket(url: string, auth: object): Promise<LightSocket> {
  const socket = io(url, { auth, transports: ['websocket'], forceNew: true, reconnection: false, parser: { Encoder, Decoder } });
  const { promise: closedAt, resolve: told } = Promise.withResolvers<number>();
  return new Promise((resolve, reject) => {
    socket.on('events', (text: string) => { if (text.includes('"BallotClosed"')) told(performance.timeOrigin + performance.now()); });
    socket.once('snapshot', () => { resolve({ io: socket, closedAt }); });
    socket.once('disconnect', (reason) => { reject(new Error(`disconnected: ${reason}`)); });
    socket.once('connect_error', (error) => {
      socket.disconnect();
      reject(error);
    });
  });
}
