import { io, type Socket } from 'socket.io-client';

/** What the bench tells a crowd, and hears from it. `sentAt` and `heardAt`: UTC milliseconds with fractions. */
export type CrowdOrder = { url: string; message: string; auths: object[] } | { leave: true };
export type CrowdWord = { seated: number } | { id: number; sentAt: number; heardAt: number };

const nowMs = (): number => performance.timeOrigin + performance.now();
/** So many connect at once. */
const abreast = 25;

/** Many attendees in one process. Tells of each thing that all of them have heard, when the last one did. */
export function crowd(): void {
  const sockets: Socket[] = [];
  process.on('message', (order: CrowdOrder) => {
    if ('leave' in order) {
      for (const socket of sockets.splice(0)) socket.disconnect();
    } else {
      void sitDown(order, sockets);
    }
  });
  process.on('disconnect', () => process.exit(0));
}

const tell = (word: CrowdWord): void => { process.send?.(word); };

async function sitDown({ url, message, auths }: Exclude<CrowdOrder, { leave: true }>, sockets: Socket[]): Promise<void> {
  const heard = new Map<number, number>();
  const hear = (id: number, sentAt: number): void => {
    const count = (heard.get(id) ?? 0) + 1;
    heard.set(id, count);
    if (count === auths.length) tell({ id, sentAt, heardAt: nowMs() });
  };
  const waiting = [...auths];
  const sitOne = async (): Promise<void> => {
    for (let auth = waiting.pop(); auth; auth = waiting.pop()) sockets.push(await connect(url, message, auth, hear));
  };
  await Promise.all(Array.from({ length: abreast }, sitOne));
  tell({ seated: sockets.length });
}

type Tidings = { id: number; at: number } | { events: { seq: number; at: number; type: string }[] };

/** Under load a door may be too slow; every client tries again. */
const tries = 5;

async function connect(url: string, message: string, auth: object, hear: (id: number, sentAt: number) => void): Promise<Socket> {
  for (let n = 1; ; n += 1) {
    try {
      return await dial(url, message, auth, hear);
    } catch (error) {
      if (n === tries) throw error;
    }
  }
}

function dial(url: string, message: string, auth: object, hear: (id: number, sentAt: number) => void): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = io(url, { auth, transports: ['websocket'], forceNew: true, reconnection: false });
    socket.on(message, (tidings: Tidings) => {
      if ('id' in tidings) hear(tidings.id, tidings.at);
      else for (const { seq, at, type } of tidings.events) if (type === 'TurnExtended') hear(seq, at);
    });
    socket.once('snapshot', () => { resolve(socket); });
    socket.once('connect_error', (error) => {
      socket.disconnect();
      reject(error);
    });
  });
}
