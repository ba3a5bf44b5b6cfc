import type { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { inOneWrite } from './one-write.ts';
import { snapshotOnce } from './snapshot-once.ts';

/** A larger frame closes the connection. */
const frameBytes = 65_536;
const aliveMs = 10_000;

/** A page of another origin does not get in; programs that send no Origin may. Behind a proxy the public address counts. */
export function isOwnOrigin(publicUrl: string, { headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return new URL(origin).origin === new URL(publicUrl).origin || new URL(origin).host === host;
}

/** Socket.IO over WebSocket alone: no sticky sessions are needed, and there is one kind of connection to keep in order. */
export class LiveAdapter extends IoAdapter {
  constructor(app: INestApplicationContext, private readonly publicUrl: string) {
    super(app);
  }

  override createIOServer(port: number, options: object = {}): ReturnType<IoAdapter['createIOServer']> {
    const own = {
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      maxHttpBufferSize: frameBytes,
      pingInterval: aliveMs,
      pingTimeout: aliveMs,
      connectTimeout: aliveMs,
      allowRequest: (request: IncomingMessage, decide: (problem: string | null, allowed: boolean) => void) => {
        decide(null, isOwnOrigin(this.publicUrl, request));
      },
    };
    const server = super.createIOServer(port, Object.assign(options, own) as Parameters<IoAdapter['createIOServer']>[1]);
    snapshotOnce(server.encoder);
    server.engine.on('connection', (connection: EventEmitter) => connection.on('packetCreate', inOneWrite));
    return server;
  }
}
