import { outcomeBefore, outcomeOf, type Ask, type Decided } from './decide-all.ts';
import { setAlarm } from './alarm.ts';
import { StoreFailed } from './failures.ts';
import { hasWork, tell, type Hold, type Rig } from './hold.ts';
import { absorb, emptyReplica, type Replica } from './replica.ts';
import { settle } from './settle.ts';

/** So many commands of one room are committed together at most; each is answered by itself, after the commit. */
const batchSize = 64;

/** Works off whatever waits at this room, one thing after another; does nothing when that is already going on. */
export function wake(hold: Hold, rig: Rig): void {
  if (hold.work || !hasWork(hold)) return;
  hold.work = workOff(hold, rig).finally(() => {
    hold.work = null;
    wake(hold, rig);
  });
}

async function workOff(hold: Hold, rig: Rig): Promise<void> {
  while (hasWork(hold)) {
    const asks = hold.asks.splice(0, batchSize);
    const waiters = hold.waiters.splice(0);
    try {
      const replica = await current(hold, rig);
      for (const { ready } of waiters) ready(replica);
      if (asks.length > 0) await carryOut(hold, asks, replica, rig);
      setAlarm(hold, rig);
    } catch (error) {
      hold.replica = null;
      const failure = new StoreFailed(hold.roomId, error);
      const concerned = [...asks, ...waiters];
      for (const { fail } of concerned) fail(failure);
      if (concerned.length === 0) rig.report(failure);
    }
  }
}

/** The replica with everything that has been heard of; a gap is filled from the store. */
async function current(hold: Hold, { store, report }: Rig): Promise<Replica> {
  const replica = hold.replica ?? emptyReplica();
  const heard = absorb(replica, hold.heard.splice(0).sort((a, b) => a.seq - b.seq));
  const mustRead = hold.stale || hold.replica === null || heard === null;
  hold.stale = false;
  const tail = mustRead ? absorb(replica, await store.read(hold.roomId, replica.seq)) : [];
  if (tail === null) throw new Error(`the log has a gap after number ${replica.seq}`);
  hold.replica = replica;
  tell(hold, [...(heard ?? []), ...tail], replica, report);
  return replica;
}

async function carryOut(hold: Hold, asks: readonly Ask[], replica: Replica, rig: Rig): Promise<void> {
  const { news, decided, known } = await settle(hold.roomId, asks, replica, rig);
  const own = decided.flatMap(({ records }) => records);
  if (own.length > 0) rig.bell.ring(hold.roomId, own);
  tell(hold, news, replica, rig.report);
  for (const { ask, outcome } of known) ask.answer(outcome);
  for (const one of decided) {
    if (one.records.length > 0) one.ask.answer(outcomeOf(one, replica.seq));
    else answerQuiet(one, replica.seq, hold, rig);
  }
}

/** A command that adds nothing now may be the resend of one that did: the log knows. Others need not wait for that look. */
function answerQuiet(decided: Decided, head: number, { roomId }: Hold, { store }: Rig): void {
  const { ask } = decided;
  if (ask.command.type === 'room.tick') {
    ask.answer(outcomeOf(decided, head));
    return;
  }
  store.eventsOf(roomId, ask.commandId).then(
    (before) => ask.answer(before.length > 0 ? outcomeBefore(ask, before, head) : outcomeOf(decided, head)),
    (error: unknown) => ask.fail(new StoreFailed(roomId, error)),
  );
}
