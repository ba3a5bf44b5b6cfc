import type { Recorded, RoomId } from '@yaji/contracts';
import type { Bell } from './ports.ts';

/** A bell for engines within one process. Like the real one it rings later, and the ringer may hear itself. */
export function memoryBell(): Bell {
  const listeners = new Set<(roomId: RoomId, records: readonly Recorded[], upTo: number) => void>();
  return {
    ring(roomId, records) {
      const upTo = records.at(-1)?.seq ?? 0;
      for (const heard of listeners) queueMicrotask(() => { if (listeners.has(heard)) heard(roomId, records, upTo); });
    },
    listen(heard) {
      const own: typeof heard = (roomId, records, upTo) => { heard(roomId, records, upTo); };
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}
