import { createServer, type AddressInfo } from 'node:net';
import { Server } from 'socket.io';

export type BareWord = { port: number };

const everyMs = 200;

const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => { resolve(port); });
  });
});

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
