import { performance } from 'node:perf_hooks';
import type { types } from 'mediasoup';

/** An encoder that has not connected by then does not come. */
const firstPatienceMs = 30_000;
/** mediasoup itself waits twenty seconds for a sign of life before it says that ICE is disconnected: thirty in all. */
const laterPatienceMs = 10_000;
const lookEveryMs = 2_000;

const isUp = ({ iceState, dtlsState }: types.WebRtcTransport): boolean => (iceState === 'connected' || iceState === 'completed') && dtlsState === 'connected';

/** Calls back once, when the transport is closed, has not connected in time or has lost its other side. Ends with the transport. */
export function watchConnection(transport: types.WebRtcTransport, lost: () => void): void {
  let upAt = performance.now();
  let patienceMs = firstPatienceMs;
  const looking = setInterval(() => {
    if (isUp(transport)) {
      upAt = performance.now();
      patienceMs = laterPatienceMs;
    } else if (performance.now() - upAt > patienceMs) {
      transport.close();
    }
  }, lookEveryMs);
  transport.observer.once('close', () => {
    clearInterval(looking);
    lost();
  });
  if (transport.closed) {
    clearInterval(looking);
    lost();
  }
}
