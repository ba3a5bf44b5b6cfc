import type { Recorded, RoomId } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import type { DeepReadonly } from '@yaji/kit';
import { apply, emptyRoom, type FloorStretch, follow, noteFloor, type Room } from '@yaji/salon';

/**
 * A room as this process tells it to its sockets. Number and state always belong together, so a snapshot taken in any tick is
 * exact: what is told afterwards follows it without loss or double. (The engine's own state may be ahead of what was told.)
 */
export type Feed = {
  readonly seq: number;
  readonly room: DeepReadonly<Room>;
  /** Who had the floor lately, the latest last: a caption may come when the floor has gone on. */
  readonly stretches: readonly FloorStretch[];
  /** The records after number `after`; null when that is too long ago to be at hand, or has not happened yet. */
  since(after: number): readonly Recorded[] | null;
  close(): void;
};

const tailLength = 500;
const againMs = 500;
const stretchesKept = 12;

type Told = (records: readonly Recorded[]) => void;
type Ears = { told: Told; report: (error: unknown) => void };

function move({ room, stretches }: { room: Room; stretches: FloorStretch[] }, records: readonly Recorded[]): void {
  for (const record of records) {
    apply(room, record);
    noteFloor(stretches, room, record.at);
  }
  stretches.splice(0, stretches.length - stretchesKept);
}

/** Reads the room's log from its beginning and follows it. `told` is called in order, once per record, after the state has moved; not for what was before. */
export async function openFeed(roomId: RoomId, engine: Engine, { told, report }: Ears): Promise<Feed> {
  const room = emptyRoom();
  const [tail, stretches]: [Recorded[], FloorStretch[]] = [[], []];
  let seq = 0;
  let closed = false;
  /** What is heard while the log is being read; null while it is not. */
  let meanwhile: Recorded[] | null = [];

  const take = (records: readonly Recorded[], tell: Told | null): boolean => {
    const step = follow(seq, records);
    if ('fetchAfter' in step) return false;
    move({ room, stretches }, step.apply);
    seq = step.at;
    tail.push(...step.apply);
    tail.splice(0, tail.length - tailLength);
    if (tell && step.apply.length > 0) tell(step.apply);
    return true;
  };

  const refill = async (): Promise<void> => {
    while (meanwhile !== null && !closed) {
      try {
        take(await engine.read(roomId, seq), told);
        const heard = meanwhile;
        meanwhile = [];
        if (take(heard, told)) meanwhile = null;
      } catch (error) {
        report(error); // Postgres is away: what was missed is still there when it is back.
        await new Promise((resolve) => setTimeout(resolve, againMs));
      }
    }
  };

  const stop = await engine.follow(roomId, (records) => {
    if (meanwhile !== null) {
      meanwhile.push(...records);
    } else if (!take(records, told)) {
      meanwhile = [...records];
      void refill();
    }
  });
  try {
    take(await engine.read(roomId, 0), null);
    if (take(meanwhile, null)) meanwhile = null;
    else void refill();
  } catch (error) {
    stop();
    throw error;
  }

  return {
    get seq() { return seq; },
    room, stretches,
    since: (after) => (after > seq || seq - after > tail.length ? null : tail.slice(tail.length - (seq - after))),
    close: () => {
      closed = true;
      stop();
    },
  };
}
