import { Server } from 'socket.io';
import { freePort } from '../../support/free-port.ts';

export type BareWord = { port: number };

const everyMs = 200;

/** A Socket.IO server that does nothing but broadcast a message of the same size, over the same kind of connection. */
export async function bare(): Promise<void> {
  const port = await freePort();
  const server = new Server(port, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });
  server.on('connection', (socket) => {
    void socket.join('all');
    socket.emit('snapshot', {});
  });
  let id = 0;
  setInterval(() => {
    id += 1;
    server.to('all').emit('tidings', { id, at: performance.timeOrigin + performance.now(), filling: 'x'.repeat(200) });
  }, everyMs);
  process.send?.({ port } satisfies BareWord);
  process.on('disconnect', () => process.exit(0));
}
