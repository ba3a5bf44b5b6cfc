import type { LiveSocket } from './seat.ts';

/** Who does not read what is sent is cut off before it costs the others: a new connection begins with a snapshot. */
const backlogBytes = 1_048_576;

/** Bytes that the operating system has not taken yet; the engine's transport does not name its `ws` socket in its types. */
function backlogOf(socket: LiveSocket): number {
  const { transport } = socket.conn as unknown as { transport?: { socket?: { bufferedAmount?: unknown } } };
  const waiting = transport?.socket?.bufferedAmount;
  return typeof waiting === 'number' ? waiting : 0;
}

export const isTooSlow = (socket: LiveSocket): boolean => backlogOf(socket) > backlogBytes;
