import type { AnyCommand, CommandId, ParticipantId, Recorded, RoomId } from '@yaji/contracts';
import { clearAlarm, setAlarm } from './alarm.ts';
import type { Engine, Outcome } from './engine-type.ts';
import { EngineClosed, StoreFailed } from './failures.ts';
import { isIdle, newHold, type Follower, type Hold, type Rig } from './hold.ts';
import type { Bell, EventStore, Now } from './ports.ts';
import type { Replica } from './replica.ts';
import type { JobsOf } from './settle.ts';
import { wake } from './work-off.ts';

export type EngineOptions = {
  store: EventStore;
  bell: Bell;
  now: Now;
  jobsOf: JobsOf;
  /** Hears of what nobody waits for: a tail that could not be read (it is tried again), a follower that threw. */
  report: (error: Error) => void;
  /** So often is the tail of a followed room read when the bell was silent. Default 3,000. */
  lookEveryMs?: number;
  /** A room that nobody follows or asks is forgotten after so many such looks. Default 20. */
  forgetAfterLooks?: number;
  /** Beyond so many rooms those that nobody follows are forgotten at once, the longest unused first. Default 1,000. */
  keepRooms?: number;
};

type Stamp = { by: ParticipantId | null; commandId: CommandId };
type House = { holds: Map<RoomId, Hold>; rig: Rig; forgetAfterLooks: number; keepRooms: number; closed: boolean };

export function createEngine(options: EngineOptions): Engine {
  const { store, bell, lookEveryMs = 3_000, forgetAfterLooks = 20, keepRooms = 1_000 } = options;
  const house: House = { holds: new Map(), rig: { ...options, say: (roomId, command) => handle(house, roomId, command, systemStamp()) }, forgetAfterLooks, keepRooms, closed: false };
  const stopListening = bell.listen((roomId, records, upTo) => { hear(house, roomId, records, upTo); });
  const looking = setInterval(() => { look(house); }, lookEveryMs);
  return {
    handle: (roomId, command, stamp) => handle(house, roomId, command, stamp),
    now: (roomId) => now(house, roomId),
    read: (roomId, after) => store.read(roomId, after).catch((error: unknown) => { throw new StoreFailed(roomId, error); }),
    follow: (roomId, heard) => followRoom(house, roomId, heard),
    async close() {
      house.closed = true;
      clearInterval(looking);
      stopListening();
      for (const hold of house.holds.values()) clearAlarm(hold);
      await Promise.all([...house.holds.values()].map(settled));
    },
  };
}

const systemStamp = (): Stamp => ({ by: null, commandId: crypto.randomUUID() as CommandId });

async function settled(hold: Hold): Promise<void> {
  await Promise.allSettled([...hold.underWay.values()].map(({ outcome }) => outcome));
  await hold.work;
}

/** The room's hold, most recently used last. */
function holdOf(house: House, roomId: RoomId): Hold {
  if (house.closed) throw new EngineClosed();
  const hold = house.holds.get(roomId) ?? newHold(roomId);
  hold.idleLooks = 0;
  house.holds.delete(roomId);
  house.holds.set(roomId, hold);
  if (house.holds.size > house.keepRooms) forget(house, [...house.holds.values()].find((one) => one !== hold && isIdle(one)));
  return hold;
}

function forget({ holds }: House, hold: Hold | undefined): void {
  if (hold) holds.delete(hold.roomId);
}

async function handle(house: House, roomId: RoomId, command: AnyCommand, { by, commandId }: Stamp): Promise<Outcome> {
  const hold = holdOf(house, roomId);
  const before = hold.underWay.get(commandId);
  if (before) return before.by === by ? before.outcome : { ok: false, refusal: { code: 'contract/invalid' }, seq: hold.toldSeq };
  const outcome = new Promise<Outcome>((answer, fail) => { hold.asks.push({ command, by, commandId, answer, fail }); });
  hold.underWay.set(commandId, { by, outcome });
  wake(hold, house.rig);
  try {
    return await outcome;
  } finally {
    hold.underWay.delete(commandId);
  }
}

/** Waits until the room is read up to the end of its log, then calls back at once, before anything else can happen to it. */
function whenCurrent<T>(house: House, hold: Hold, use: (replica: Replica) => T): Promise<T> {
  return new Promise((resolve, fail) => {
    hold.stale = true;
    hold.waiters.push({ ready: (replica) => { resolve(use(replica)); }, fail });
    wake(hold, house.rig);
  });
}

async function now(house: House, roomId: RoomId): Promise<Pick<Replica, 'seq' | 'room'>> {
  const hold = holdOf(house, roomId);
  // A followed room is kept up to date; any other may have moved on unheard.
  if (hold.replica && hold.followers.size > 0) return hold.replica;
  return whenCurrent(house, hold, (replica) => replica);
}

async function followRoom(house: House, roomId: RoomId, heard: Follower): Promise<() => void> {
  const hold = holdOf(house, roomId);
  const follower: Follower = (records, room) => { heard(records, room); };
  await whenCurrent(house, hold, () => {
    hold.followers.add(follower);
    setAlarm(hold, house.rig);
  });
  return () => {
    hold.followers.delete(follower);
    if (hold.followers.size === 0) clearAlarm(hold);
  };
}

function hear(house: House, roomId: RoomId, records: readonly Recorded[], upTo: number): void {
  const hold = house.holds.get(roomId);
  if (!hold || house.closed) return;
  hold.lively = true;
  hold.heard.push(...records);
  if (records.length === 0 && upTo > hold.toldSeq) hold.stale = true;
  wake(hold, house.rig);
}

/** The net under the bell: whoever follows a room that was silent looks at its tail; whom nobody follows is forgotten in the end. */
function look(house: House): void {
  for (const hold of [...house.holds.values()]) {
    if (hold.followers.size > 0 && !hold.lively) {
      hold.stale = true;
      wake(hold, house.rig);
    }
    hold.lively = false;
    hold.idleLooks += 1;
    if (hold.idleLooks >= house.forgetAfterLooks && isIdle(hold)) forget(house, hold);
  }
}
