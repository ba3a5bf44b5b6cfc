import type { LiveSocket } from './seat.ts';

/** Who goes on regardless of refusals is shown out, once the last answer is on its way. */
export function showOutExhausted(socket: LiveSocket): void {
  if (socket.data.seat.credit.exhausted) setImmediate(() => socket.disconnect(true));
}
