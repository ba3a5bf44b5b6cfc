import type { RoomId } from '@yaji/contracts';
import type { Leases } from '@yaji/messaging';
import { type Ears, hearRoom, type LiveSource } from './hear-room.ts';

export type WantedRoom = { roomId: RoomId; source: LiveSource };
/** `wanted` answers which rooms are to be heard now, and by whom. `report` hears why one could not be. */
export type LiveEarsOptions = { ears: Ears; leases: Leases; wanted: () => Promise<readonly WantedRoom[]>; report: (error: unknown) => void; most: number };

const lookEveryMs = 1_000;
/** A room whose listener died is heard by another process this much later. */
const leaseMs = 6_000;
/** One that ends is begun again after a pause. */
const pauseMs = 2_000;

/** Hears every room whose captions come from a recogniser, each by one process, at most `most` here. */
export function liveEars({ ears, leases, wanted, report, most }: LiveEarsOptions): { stop(): Promise<void> } {
  const heard = new Map<RoomId, { source: LiveSource; stop: AbortController; over: Promise<void> }>();
  let looking: Promise<void> | null = null;

  const begin = (room: WantedRoom): void => {
    const { roomId, source } = room;
    const stop = new AbortController();
    const over = hearRoom(room, ears, stop.signal).catch(async (error: unknown) => {
      if (stop.signal.aborted) return;
      report(error);
      await new Promise((resolve) => { setTimeout(resolve, pauseMs).unref(); });
    }).finally(() => heard.delete(roomId));
    heard.set(roomId, { source, stop, over });
  };
  const look = async (): Promise<void> => {
    const rooms = new Map((await wanted()).map((room) => [room.roomId, room]));
    for (const [roomId, { source, stop }] of heard) {
      const keeps = rooms.get(roomId)?.source === source && (await leases.take(`hearing.${roomId}`, leaseMs));
      if (!keeps) stop.abort();
    }
    for (const [roomId, room] of rooms) if (!heard.has(roomId) && heard.size < most && (await leases.take(`hearing.${roomId}`, leaseMs))) begin(room);
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
