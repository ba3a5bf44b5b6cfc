import type { Job, Recorded, RoomId } from '@yaji/contracts';
import type { DeepReadonly } from '@yaji/kit';
import type { Room } from '@yaji/salon';
import { decideAll, outcomeBefore, type Ask, type Decided } from './decide-all.ts';
import type { Outcome } from './engine-type.ts';
import { withoutDoubles } from './jobs-of.ts';
import type { Addition, EventStore, LockedStore, Now } from './ports.ts';
import { absorb, type Replica } from './replica.ts';

/** The work that a fact asks for; `room`: as it was before the act. */
export type JobsOf = (roomId: RoomId, record: Recorded, room: DeepReadonly<Room>) => readonly Job[];
export type Ground = { store: EventStore; now: Now; jobsOf: JobsOf };

/**
 * What became of a batch. `news`: committed and not yet known here, those of others first. `decided`: in the order of asking, true at
 * the head. `known`: commands that turned out to be in the log already.
 */
export type Settled = { news: readonly Recorded[]; decided: readonly Decided[]; known: readonly { ask: Ask; outcome: Outcome }[] };

/**
 * Decides and writes a batch of commands of one room. The replica must belong to the caller alone meanwhile; it takes over what is
 * committed, and nothing else. When this rejects, throw the replica away.
 */
export async function settle(roomId: RoomId, asks: readonly Ask[], replica: Replica, ground: Ground): Promise<Settled> {
  const { store, now } = ground;
  const decided = decideAll(asks, replica, now());
  const additions = additionsOf(roomId, { decided, room: replica.room }, ground);
  const sure = additions.length > 0
    ? (await store.append(roomId, replica.seq, additions)) !== null
    : decided.every(isTick) || (await store.read(roomId, replica.seq, 1)).length === 0;
  if (sure) return { news: commit(replica, decided), decided, known: [] };
  // Somebody was first, so the decisions may be wrong. Optimistic retries starve under load: now nobody else may write.
  replica.scratch = null;
  const { news, ...rest } = await store.locked(roomId, (held) => settleAlone(roomId, asks, replica, { ...ground, store: held }));
  return { ...rest, news: [...news, ...commit(replica, rest.decided)] };
}

type HeldGround = Omit<Ground, 'store'> & { store: LockedStore };

async function settleAlone(roomId: RoomId, asks: readonly Ask[], replica: Replica, ground: HeldGround): Promise<Settled> {
  const { store, now } = ground;
  const news = commit(replica, [{ records: await store.read(roomId, replica.seq) }]);
  const attempt = async (left: readonly Ask[], known: Settled['known']): Promise<Settled> => {
    const decided = decideAll(left, replica, now());
    const additions = additionsOf(roomId, { decided, room: replica.room }, ground);
    if (additions.length === 0 || (await store.append(roomId, replica.seq, additions)) !== null) return { news, decided, known };
    replica.scratch = null;
    const before = await knownAmong(roomId, left, replica.seq, store);
    if (before.length === 0) throw new Error(`the store refused to append at ${replica.seq} although nobody else could`);
    return attempt(left.filter((ask) => !before.some((one) => one.ask === ask)), [...known, ...before]);
  };
  return attempt(asks, []);
}

/** One after another: a locked store is one connection. */
async function knownAmong(roomId: RoomId, asks: readonly Ask[], head: number, store: LockedStore): Promise<{ ask: Ask; outcome: Outcome }[]> {
  const known = [];
  for (const ask of asks) {
    const records = await store.eventsOf(roomId, ask.commandId);
    if (records.length > 0) known.push({ ask, outcome: outcomeBefore(ask, records, head) });
  }
  return known;
}

function commit(replica: Replica, decided: readonly { records: readonly Recorded[] }[]): readonly Recorded[] {
  const fresh = absorb(replica, decided.flatMap(({ records }) => records));
  if (fresh === null) throw new Error(`the log has a gap after number ${replica.seq}`);
  return fresh;
}

/** A tick that decides nothing needs no proof that it was right: the next state sets the next deadline. */
const isTick = ({ ask, refusal }: Decided): boolean => ask.command.type === 'room.tick' && refusal === null;

const additionsOf = (roomId: RoomId, { decided, room }: { decided: readonly Decided[]; room: Room }, { jobsOf }: Pick<Ground, 'jobsOf'>): Addition[] =>
  decided.filter(({ records }) => records.length > 0).map(({ ask: { commandId, by }, at, records }) => ({
    commandId, at, by, events: records, jobs: withoutDoubles(records.flatMap((record) => jobsOf(roomId, record, room))),
  }));
