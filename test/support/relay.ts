import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A wire between a program and a service that can be cut, or go silent, and be mended. */
export type Relay = { url: string; cut(): void; freeze(): void; mend(): void; close(): Promise<void> };

/** Stands in front of the service at `url`; answers the same URL with its own port. */
export async function relayTo(url: string): Promise<Relay> {
  const target = new URL(url);
  const pairs = new Set<readonly [Socket, Socket]>();
  let state: 'whole' | 'cut' | 'frozen' = 'whole';

  const server = createServer((near) => {
    if (state === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [one, other] of [[near, far], [far, near]] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => {
        other.destroy();
        pairs.delete(pair);
      });
    }
    if (state === 'whole') join(pair);
  });
  const join = ([near, far]: readonly [Socket, Socket]): void => {
    near.pipe(far);
    far.pipe(near);
  };
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const own = new URL(url);
  own.port = String((server.address() as AddressInfo).port);
  return {
    url: own.href,
    cut: () => {
      state = 'cut';
      for (const pair of pairs) for (const socket of pair) socket.destroy();
    },
    freeze: () => {
      state = 'frozen';
      for (const [near, far] of pairs) {
        near.unpipe(far).pause();
        far.unpipe(near).pause();
      }
    },
    mend: () => {
      if (state === 'frozen') for (const pair of pairs) join(pair);
      state = 'whole';
    },
    close: () => new Promise((resolve) => {
      for (const pair of pairs) for (const socket of pair) socket.destroy();
      server.close(() => { resolve(); });
    }),
  };
}
