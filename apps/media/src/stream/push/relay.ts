import { createServer, isIP, type LookupFunction, type Server, type Socket, connect as connectPlain } from 'node:net';
import { connect as connectSecure } from 'node:tls';
import type { PushFault } from '@yaji/contracts';
import type { PushAddress } from '@yaji/persistence';

const connectMs = 10_000;
const farewellMs = 1_500;
/** A handshake and the words before a stream are some 4 kB (Adobe's RTMP 1.0, 5.2 and 7.2); whatever is more has been let through by the server. */
const wordsBytes = 8_192;

/** `addresses`: where the host was found, and nowhere else is connected to. `live`: the server takes sound and picture. */
export type RelayOptions = { address: PushAddress; addresses: readonly string[]; live: () => void; fault: (why: PushFault) => void };
/** `reached`: whether the server has taken the connection. */
export type Relay = { readonly port: number; readonly reached: () => boolean; close(): void };

/**
 * A way to a server for one process on this machine: it connects to `port` once. Names are not looked up again, and TLS is checked here, as
 * strictly as by a browser. Rejects when there is no free port.
 */
export async function openRelay({ address, addresses, live, fault }: RelayOptions): Promise<Relay> {
  const sockets: Socket[] = [];
  let isOver = false;
  let hasReached = false;
  let isLive = false;
  const end = (why: PushFault | null): void => {
    if (isOver) return;
    isOver = true;
    server.close();
    const [inner, outer] = sockets;
    inner?.destroy();
    // The server is to hear the goodbye, if it listens.
    outer?.destroySoon();
    setTimeout(() => outer?.destroy(), farewellMs).unref();
    if (why) fault(why);
  };
  const server = createServer((inner) => {
    server.close();
    if (isOver || sockets.length > 0) return void inner.destroy();
    const outer = connectTo(address, addresses, () => { hasReached = true; });
    sockets.push(inner, outer);
    const waiting = setTimeout(() => { if (!hasReached) end('unreachable'); }, connectMs);
    outer.on('error', (cause: NodeJS.ErrnoException) => end(hasReached ? lost(isLive) : faultOf(cause)));
    outer.once('close', () => {
      clearTimeout(waiting);
      end(hasReached ? lost(isLive) : 'unreachable');
    });
    // How its own process ended, that process tells.
    inner.on('error', () => end(null));
    inner.once('close', () => end(null));
    inner.on('data', () => {
      if (isLive || inner.bytesRead < wordsBytes) return;
      isLive = true;
      live();
    });
    inner.pipe(outer);
    outer.pipe(inner);
  });
  const port = await listening(server);
  return { port, reached: () => hasReached, close: () => end(null) };
}

const lost = (wasLive: boolean): PushFault => (wasLive ? 'broke-off' : 'rejected');

function connectTo({ secure, host, port }: PushAddress, addresses: readonly string[], reached: () => void): Socket {
  const lookup: LookupFunction = (_name, { all }, found) => {
    const known = addresses.map((address) => ({ address, family: isIP(address) }));
    if (all) found(null, known);
    else found(null, known[0]?.address ?? '', known[0]?.family);
  };
  return secure ? connectSecure({ host, port, lookup, servername: isIP(host) ? '' : host }, reached) : connectPlain({ host, port, lookup }, reached);
}

const byCode: Readonly<Record<string, PushFault>> = { ECONNREFUSED: 'refused', ECONNRESET: 'rejected', EPIPE: 'rejected', ETIMEDOUT: 'unreachable', EHOSTUNREACH: 'unreachable', ENETUNREACH: 'unreachable', EADDRNOTAVAIL: 'unreachable' };
/** Whatever is not of the connection is of TLS. */
const faultOf = ({ code = '' }: NodeJS.ErrnoException): PushFault => byCode[code] ?? 'certificate';

const listening = (server: Server): Promise<number> => new Promise((found, failed) => {
  server.once('error', failed);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address && typeof address === 'object') found(address.port);
    else failed(new Error('a relay has no port'));
  });
});
