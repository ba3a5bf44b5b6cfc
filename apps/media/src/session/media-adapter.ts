import { IoAdapter } from '@nestjs/platform-socket.io';

type Create = IoAdapter['createIOServer'];

const mostBytes = 65_536;

/** Socket.IO as `/media` speaks it: WebSocket only, small messages, and a client that is gone is noticed within fifteen seconds. */
export class MediaAdapter extends IoAdapter {
  override createIOServer(...[port, options]: Parameters<Create>): ReturnType<Create> {
    const ours: Partial<NonNullable<Parameters<Create>[1]>> = {
      transports: ['websocket'], maxHttpBufferSize: mostBytes, perMessageDeflate: false, serveClient: false,
      pingInterval: 8_000, pingTimeout: 7_000, connectTimeout: 10_000,
    };
    return super.createIOServer(port, { ...options, ...ours } as Parameters<Create>[1]);
  }
}
