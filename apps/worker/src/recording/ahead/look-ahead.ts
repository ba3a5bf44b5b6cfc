import type { RoomId } from '@yaji/contracts';
import type { Leases } from '@yaji/messaging';

/** A turn that goes on, is recorded, and began at `startedAt`, UTC milliseconds. */
export type LongTurn = { roomId: RoomId; turn: number; startedAt: number };
export type LookAheadOptions = {
  turns: () => Promise<readonly LongTurn[]>; leases: Leases; now: () => number; report: (error: unknown) => void;
  render: (turn: { roomId: RoomId; turn: number; until: number }, signal: AbortSignal) => Promise<unknown>;
};

const lookEveryMs = 15_000;
/** Before, there is nothing whole to be made. */
export const longMs = 65_000;
/** A room whose worker died is taken up by another so much later; making a minute takes less. */
const leaseMs = 90_000;
/** What was just said is not on the disk of the recorder yet. */
const settledMs = 3_000;

/** Makes the films of long turns while they go on, one after the other, each room by one process. */
export function lookAhead({ turns, leases, now, report, render }: LookAheadOptions): { stop(): Promise<void> } {
  const ending = new AbortController();
  let looking: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    for (const { roomId, turn, startedAt } of await turns()) {
      if (ending.signal.aborted) return;
      const name = `ahead.${roomId}`;
      if (now() - startedAt < longMs || !(await leases.take(name, leaseMs))) continue;
      await render({ roomId, turn, until: now() - settledMs }, ending.signal);
    }
  };
  const timer = setInterval(() => {
    looking ??= look().catch((error: unknown) => { if (!ending.signal.aborted) report(error); }).finally(() => { looking = null; });
  }, lookEveryMs);
  return {
    async stop() {
      clearInterval(timer);
      ending.abort(new Error('the worker closes'));
      await looking;
    },
  };
}
