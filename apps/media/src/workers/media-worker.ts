import { setTimeout as wait } from 'node:timers/promises';
import { createWorker } from 'mediasoup';
import type { types } from 'mediasoup';

/** A mediasoup process with its one port. `cpu`: share of its core in the last two seconds, 0 to 1; `joined`: people since that was measured. */
export type MediaWorker = { readonly index: number; readonly worker: types.Worker; readonly server: types.WebRtcServer; cpu: number; joined: number; people: number };

/** Where the workers listen: worker i on `firstPort` + i, UDP and TCP. `announcedIp`: what browsers are told, where it is another address. */
export type Ports = { listenIp: string; announcedIp: string | null; firstPort: number; workerBin: string | null };

const bindTries = 20;
const bindPauseMs = 250;

export async function startWorker(index: number, ports: Ports): Promise<MediaWorker> {
  const worker = await createWorker({ logLevel: 'error', ...(ports.workerBin ? { workerBin: ports.workerBin } : {}) });
  try {
    return { index, worker, server: await listen(worker, ports.firstPort + index, ports), cpu: 0, joined: 0, people: 0 };
  } catch (cause) {
    worker.close();
    throw cause;
  }
}

/** The port may still belong to a worker of a process that was killed a moment ago. */
async function listen(worker: types.Worker, port: number, { listenIp, announcedIp }: Ports): Promise<types.WebRtcServer> {
  const address = { ip: listenIp, port, ...(announcedIp ? { announcedAddress: announcedIp } : {}) };
  for (let left = bindTries; ; left -= 1) {
    try {
      return await worker.createWebRtcServer({ listenInfos: [{ protocol: 'udp', ...address }, { protocol: 'tcp', ...address }] });
    } catch (cause) {
      if (left <= 0 || worker.closed) throw cause;
      await wait(bindPauseMs);
    }
  }
}
