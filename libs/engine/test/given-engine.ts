import { randomUUID } from 'node:crypto';
import { afterEach } from '@jest/globals';
import type { AnyCommand, CommandId, Recorded, RoomId } from '@yaji/contracts';
import { createEngine, jobsOf, memoryBell, memoryEventStore, type Engine, type EngineOptions, type EventStore, type Outcome } from '../src/index.ts';
import { enters, opens, person } from '../../salon/test/given.ts';

export const newId = (): CommandId => randomUUID() as CommandId;

/** A store on which each way of failing can be switched on, and which counts what it is asked. */
export type Shaky = EventStore & { fail: Partial<Record<keyof EventStore, Error>>; asked: Record<keyof EventStore, number> };

export function shaky(store: EventStore): Shaky {
  const fail: Shaky['fail'] = {};
  const asked: Shaky['asked'] = { read: 0, append: 0, eventsOf: 0, locked: 0 };
  const guard = <N extends keyof EventStore>(name: N): EventStore[N] => (async (...args: never[]) => {
    asked[name] += 1;
    const error: Error | undefined = fail[name];
    if (error) throw error;
    return (store[name] as (...given: never[]) => Promise<unknown>)(...args);
  }) as EventStore[N];
  return { read: guard('read'), append: guard('append'), eventsOf: guard('eventsOf'), locked: guard('locked'), fail, asked };
}

export type Given = { engine: Engine; store: Shaky; room: RoomId; reported: Error[]; say: (who: string | null, command: AnyCommand, commandId?: CommandId) => Promise<Outcome> };

const open: Engine[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((engine) => engine.close()));
});

/** An engine on a store in memory, closed after the test; another on the same `store` and `bell` is another process. */
export function givenEngine(options: Partial<EngineOptions> & { room?: RoomId } = {}): Given {
  const { room = randomUUID() as RoomId, store: given = memoryEventStore(), ...rest } = options;
  const store = 'asked' in given ? (given as Shaky) : shaky(given);
  const reported: Error[] = [];
  const engine = createEngine({ bell: memoryBell(), now: Date.now, jobsOf, report: (error) => { reported.push(error); }, lookEveryMs: 60_000, ...rest, store });
  open.push(engine);
  return {
    engine, store, room, reported,
    say: (who, command, commandId = newId()) => engine.handle(room, command, { by: who === null ? null : person(who), commandId }),
  };
}

/** Two processes on one log that hear nothing of each other. */
export function twoDeaf(options: Partial<EngineOptions> = {}): [Given, Given] {
  const shared = { ...options, store: shaky(memoryEventStore()), room: randomUUID() as RoomId };
  return [givenEngine({ ...shared, bell: memoryBell() }), givenEngine({ ...shared, bell: memoryBell() })];
}

export const request: AnyCommand = { type: 'floor.request', data: {} };
export const tick: AnyCommand = { type: 'room.tick', data: {} };

/** Opens the room and brings people in. */
export async function opened(given: Given, names: readonly string[] = ['own', 'mod', 'ann', 'bob', 'cat'], rules: Parameters<typeof opens>[0] = {}): Promise<void> {
  for (const { command } of [opens(rules), ...names.map((name) => enters(name))]) {
    const outcome = await given.say(null, command);
    if (!outcome.ok) throw new Error(`${command.type} was refused: ${outcome.refusal.code}`);
  }
}

/** Requests that are decided in one batch: the tick before them is taken alone. */
export const together = ({ say }: Given, ...names: string[]): Promise<unknown> => Promise.allSettled([say(null, tick), ...names.map((name) => say(name, request))]);

export const typesOf = (records: readonly Recorded[]): string[] => records.map(({ type }) => type);
export const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Waits for what must come, however busy the machine is. */
export async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!condition() && Date.now() < deadline) await pause(5);
}
