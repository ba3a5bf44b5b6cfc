import type { RoomId } from '@yaji/contracts';
import type { Leases } from '@yaji/messaging';
import { type Ears, hearRoom } from './hear-room.ts';

/** `wanted` answers which rooms are to be heard now. `report` hears why one could not be. */
export type LiveEarsOptions = { ears: Ears; leases: Leases; wanted: () => Promise<readonly RoomId[]>; report: (error: unknown) => void; most: number };

const lookEveryMs = 1_000;
/** A room whose listener died is heard by another process this much later. */
const leaseMs = 6_000;
/** One that ends is begun again after a pause. */
const pauseMs = 2_000;

/** Hears every room whose captions come from the recogniser of this machine, each by one process, at most `most` here. */
export function liveEars({ ears, leases, wanted, report, most }: LiveEarsOptions): { stop(): Promise<void> } {
  const heard = new Map<RoomId, { stop: AbortController; over: Promise<void> }>();
  let looking: Promise<void> | null = null;

  const begin = (roomId: RoomId): void => {
    const stop = new AbortController();
    const over = hearRoom(roomId, ears, stop.signal).catch(async (error: unknown) => {
      if (stop.signal.aborted) return;
      report(error);
      await new Promise((resolve) => { setTimeout(resolve, pauseMs).unref(); });
    }).finally(() => heard.delete(roomId));
    heard.set(roomId, { stop, over });
  };
  const look = async (): Promise<void> => {
    const rooms = new Set(await wanted());
    for (const [roomId, { stop }] of heard) {
      const keeps = rooms.has(roomId) && (await leases.take(`hearing.${roomId}`, leaseMs));
      if (!keeps) stop.abort();
    }
    for (const roomId of rooms) if (!heard.has(roomId) && heard.size < most && (await leases.take(`hearing.${roomId}`, leaseMs))) begin(roomId);
  };
  const timer = setInterval(() => { looking ??= look().catch(report).finally(() => { looking = null; }); }, lookEveryMs);
  return {
    async stop() {
      clearInterval(timer);
      await looking;
      for (const { stop } of heard.values()) stop.abort();
      await Promise.all([...heard].map(async ([roomId, { over }]) => {
        await over;
        await leases.leave(`hearing.${roomId}`);
      }));
    },
  };
}
