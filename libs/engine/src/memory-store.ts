import type { CommandId, Job, Recorded, RoomId } from '@yaji/contracts';
import type { Addition, EventStore, LockedStore } from './ports.ts';

type Log = { records: string[]; taken: Map<CommandId, number[]>; jobs: Job[]; queue: Promise<unknown> };

/** As true as Postgres, and gone with the process. `jobs`: what the outbox would hold, in order. */
export type MemoryEventStore = EventStore & { jobs: () => readonly Job[] };

export function memoryEventStore(): MemoryEventStore {
  const logs = new Map<RoomId, Log>();
  const logOf = (roomId: RoomId): Log => {
    const log = logs.get(roomId) ?? { records: [], taken: new Map(), jobs: [], queue: Promise.resolve() };
    logs.set(roomId, log);
    return log;
  };
  return {
    read: async (roomId, after, limit) => read(logOf(roomId), after, limit),
    eventsOf: async (roomId, commandId) => eventsOf(logOf(roomId), commandId),
    append: (roomId, after, additions) => inTurn(logOf(roomId), async () => append(logOf(roomId), after, additions)),
    locked: (roomId, work) => inTurn(logOf(roomId), () => workOn(logOf(roomId), work)),
    jobs: () => [...logs.values()].flatMap(({ jobs }) => jobs),
  };
}

/** Writers of one room wait for each other, as they would for the row of its head. */
function inTurn<T>(log: Log, work: () => Promise<T>): Promise<T> {
  const turn = log.queue.then(work, work);
  log.queue = turn.then(() => undefined, () => undefined);
  return turn;
}

/** Kept as text, so that nobody shares an object with the log and what JSON cannot carry does not pass. */
const parse = (text: string): Recorded => JSON.parse(text) as Recorded;

async function read(log: Log, after: number, limit?: number): Promise<Recorded[]> {
  return log.records.slice(after, limit === undefined ? undefined : after + limit).map(parse);
}

async function eventsOf(log: Log, commandId: CommandId): Promise<Recorded[]> {
  return (log.taken.get(commandId) ?? []).flatMap((seq) => log.records.slice(seq - 1, seq).map(parse));
}

function append(log: Log, after: number, additions: readonly Addition[]): number | null {
  const ids = additions.map(({ commandId }) => commandId);
  if (log.records.length !== after || new Set(ids).size < ids.length || ids.some((id) => log.taken.has(id))) return null;
  for (const { commandId, at, by, events, jobs } of additions) {
    const seqs = events.map((event) => log.records.push(JSON.stringify({ ...event, at, by, seq: log.records.length + 1 })));
    if (seqs.length > 0) log.taken.set(commandId, seqs);
    log.jobs.push(...jobs);
  }
  return log.records.length;
}

/** On a copy that takes the log's place only when the work is done. */
async function workOn<T>(log: Log, work: (store: LockedStore) => Promise<T>): Promise<T> {
  const draft: Log = { ...log, records: [...log.records], taken: new Map(log.taken), jobs: [...log.jobs] };
  const done = await work({
    read: async (_roomId, after, limit) => read(draft, after, limit),
    eventsOf: async (_roomId, commandId) => eventsOf(draft, commandId),
    append: async (_roomId, after, additions) => append(draft, after, additions),
  });
  Object.assign(log, { records: draft.records, taken: draft.taken, jobs: draft.jobs });
  return done;
}
