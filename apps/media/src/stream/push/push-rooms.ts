import type { RoomId } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import type { PushAddresses } from '@yaji/persistence';
import type { Log } from '@yaji/platform';
import type { Studios } from '../../studio/studios.ts';

/** So late may a push go on that nobody is connected to the room of. */
const roundMs = 2_000;

export type PushRoomsOptions = {
  addresses: Pick<PushAddresses, 'rooms' | 'clear'>; isHome: (roomId: RoomId) => Promise<boolean>; engine: Pick<Engine, 'now'>; studios: Pick<Studios, 'enter'>; log: Log;
};

/**
 * Opens the rooms of this node that are pushed, and keeps them open, though nobody may be connected to them: after a start of this program, or
 * where everybody sits in the hall. Forgets the addresses of rooms that have closed. Returns how to stop.
 */
export function openPushRooms({ addresses, isHome, engine, studios, log }: PushRoomsOptions): () => void {
  let isTroubled = false;
  let isLooking = false;
  const lookAt = async (roomId: RoomId): Promise<void> => {
    if (!await isHome(roomId)) return;
    const { room } = await engine.now(roomId);
    if (room.phase === 'closed') await addresses.clear(roomId);
    else if (room.stream.pushes.length > 0) await studios.enter(roomId);
  };
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      for (const roomId of await addresses.rooms()) await lookAt(roomId);
      isTroubled = false;
    } catch (cause) {
      // A database that is away ends no push.
      if (!isTroubled) log.warn({ err: cause }, 'which rooms are pushed could not be looked up');
      isTroubled = true;
    }
    isLooking = false;
  };
  void look();
  const rounds = setInterval(() => void look(), roundMs);
  return () => clearInterval(rounds);
}
