import { Peer } from './peer.ts';
import { Watcher } from './watcher.ts';

/**
 * A process full of peers: the WebRTC of a browser has threads that do not survive jest's way of ending. It is told what to do, and ended by
 * its parent with SIGKILL.
 */
export type Order = { id: number; peer: string; does: string; with: unknown[] };
export type Report = { id: number; result: unknown } | { id: number; error: string };

const peers = new Map<string, Peer | Watcher>();

async function carryOut({ peer: name, does, with: given }: Order): Promise<unknown> {
  if (does === 'connect') {
    const peer = new Peer(String(given[0]), given[1]);
    peers.set(name, peer);
    return peer.connected();
  }
  if (does === 'watch') {
    const watcher = new Watcher();
    peers.set(name, watcher);
    return watcher.open(String(given[0]), String(given[1]));
  }
  const peer = peers.get(name);
  if (!peer) throw new Error(`nobody is called ${name}`);
  if (does === 'said' && peer instanceof Peer) return peer.said;
  const method: unknown = Reflect.get(peer, does);
  if (typeof method !== 'function') throw new Error(`no peer does ${does}`);
  return await Reflect.apply(method, peer, given);
}

process.on('message', (order: Order) => {
  carryOut(order).then(
    (result) => process.send?.({ id: order.id, result }),
    (error: unknown) => process.send?.({ id: order.id, error: error instanceof Error ? error.message : String(error) }),
  );
});
