import { flush } from './fan-out.ts';
import type { LiveRoom } from './live-room.ts';
import { place, placedBy, sameAs } from './placing.ts';
import type { LiveSocket } from './seat.ts';

/** When many come at once (everybody, after a process was lost), they are seated together this often, so that one view serves them all. */
const togetherMs = 40;

/** Puts a socket that has entered in its place: at once, or shortly together with others. */
export function arrive(live: LiveRoom, socket: LiveSocket): void {
  live.arriving.add(socket);
  const waitMs = live.arrivedAt + togetherMs - Date.now();
  if (waitMs <= 0) seatArrivals(live);
  else live.arrivalTimer ??= setTimeout(() => { seatArrivals(live); }, waitMs);
}

function seatArrivals(live: LiveRoom): void {
  if (live.arrivalTimer) clearTimeout(live.arrivalTimer);
  live.arrivalTimer = null;
  const arriving = [...live.arriving];
  live.arriving.clear();
  flush(live);
  for (const socket of arriving) {
    if (socket.connected && !sameAs(socket.data.seat.placed, placedBy(live, socket.data.seat))) place(live, socket);
  }
  live.arrivedAt = Date.now();
}
