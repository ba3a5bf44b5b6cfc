import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { serverCommandSchemas, type AnyCommand, type Recorded, type RoomId, type Told } from '@yaji/contracts';
import { createEngine, jobsOf, memoryEventStore, type Bell, type Engine } from '@yaji/engine';
import { apply, emptyRoom, follow, seal, view, type Room, type Viewer } from '@yaji/salon';
import fc from 'fast-check';
import { enters, id, opens, person } from '../../libs/salon/test/given.ts';
import { acts, run, type Act } from './history.ts';

type Fate = 'lost' | 'told' | 'doubled' | 'delayed';
const fates = fc.infiniteStream(fc.constantFrom<Fate>('lost', 'told', 'doubled', 'delayed'));

/** Passes on what it is given, as fate will have it; what was delayed comes in the wrong order. */
function unreliable<T>(fate: () => Fate, deliver: (one: T) => void): (one: T) => void {
  const delayed: T[] = [];
  return (one) => {
    const how = fate();
    if (how === 'delayed') delayed.push(one);
    else {
      if (how !== 'lost') deliver(one);
      if (how === 'doubled') deliver(one);
      for (const late of delayed.splice(0).reverse()) deliver(late);
    }
  };
}

function unreliableBell(fate: () => Fate): Bell {
  const listeners = new Set<(rung: [RoomId, readonly Recorded[], number]) => void>();
  return {
    ring: (roomId, records) => { for (const tell of listeners) tell([roomId, records, records.at(-1)?.seq ?? 0]); },
    listen(heard) {
      const tell = unreliable<[RoomId, readonly Recorded[], number]>(fate, ([roomId, records, upTo]) => queueMicrotask(() => {
        heard(roomId, upTo % 3 === 0 ? [] : structuredClone(records), upTo);
      }));
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
  };
}

/** A page: it is told sealed events over a line as bad as the bell, and asks for the tail on a gap, and once at the end. */
function page(viewer: Viewer, tail: (after: number) => Promise<Recorded[]>, fate: () => Fate) {
  const room = emptyRoom();
  let at = 0;
  let work = Promise.resolve();
  const take = async (told: readonly Told[]): Promise<void> => {
    const step = follow(at, told);
    if ('fetchAfter' in step) return take((await tail(step.fetchAfter)).map((record) => seal(record, viewer)));
    for (const one of step.apply) apply(room, one);
    at = step.at;
  };
  const line = unreliable<readonly Recorded[]>(fate, (records) => { work = work.then(() => take(records.map((record) => seal(record, viewer)))); });
  return {
    tell: line,
    async room(): Promise<Room> {
      await work;
      await take((await tail(at)).map((record) => seal(record, viewer)));
      return room;
    },
  };
}

const servers = new Set(Object.keys(serverCommandSchemas));
const wholeOf = (log: readonly Recorded[]): Room => log.reduce((room, record) => (apply(room, record), room), emptyRoom());

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!condition() && Date.now() < deadline) await new Promise((resolve) => { setTimeout(resolve, 2); });
}

async function play(history: readonly Act[], fate: () => Fate): Promise<void> {
  const commands: AnyCommand[] = [];
  run(history, {}, (_, command) => { commands.push(command); });
  const store = memoryEventStore();
  const bell = unreliableBell(fate);
  const roomId = randomUUID() as RoomId;
  const reported: Error[] = [];
  const engines = [0, 1].map(() => createEngine({ store, bell, now: Date.now, jobsOf, report: (error) => { reported.push(error); }, lookEveryMs: 3 }));
  const readers = await Promise.all(engines.map(async (engine) => {
    const told: Recorded[] = [];
    const viewer: Viewer = { participantId: person('ann'), sees: 'inside' };
    const screen = page(viewer, (after) => engine.read(roomId, after), fate);
    await engine.follow(roomId, (records) => {
      told.push(...records);
      screen.tell(records);
    });
    return { engine, told, viewer, screen };
  }));
  const pick = (n: number): Engine => engines[n % 2] as Engine;
  const first = [opens(), ...['own', 'mod', 'ann', 'bob', 'cat'].map((name) => enters(name))];
  for (const [n, { command }] of first.entries()) await pick(n).handle(roomId, command, { by: null, commandId: id(`first${n}`) });
  await Promise.all(commands.map((command, n) => {
    const who = history[n]?.who ?? 'mod';
    const stamp = { by: servers.has(command.type) ? null : person(who), commandId: id(`n${n}`) };
    // Some say it twice, to both.
    return Promise.all((n % 5 === 0 ? engines : [pick((history[n]?.pick ?? 0))]).map((engine) => engine.handle(roomId, command, stamp)));
  }));
  const log = await store.read(roomId, 0);
  const whole = wholeOf(log);
  await until(() => readers.every(({ told }) => told.length >= log.length));
  for (const { engine, told, viewer, screen } of readers) {
    expect(told).toEqual(log);
    expect((await engine.now(roomId)).room).toEqual(whole);
    expect(await screen.room()).toEqual(view(whole, viewer));
  }
  expect(reported).toEqual([]);
  await Promise.all(engines.map((engine) => engine.close()));
}

describe('readers', () => {
  it('[C1] end at the view of the whole log, whatever the bell and the line drop, double or delay', () =>
    fc.assert(fc.asyncProperty(acts(40), fates, (history, stream) => play(history, () => stream.next().value as Fate)), { numRuns: 60 }), 60_000);
});
