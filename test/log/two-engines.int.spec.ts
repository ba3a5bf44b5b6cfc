import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnyCommand, EntryId, Recorded, RoomId } from '@yaji/contracts';
import { createEngine, jobsOf, memoryBell, type Engine, type Outcome } from '@yaji/engine';
import { dataSource, postgresEventStore } from '@yaji/persistence';
import type { DataSource } from 'typeorm';
import { enters, opens, person } from '../../libs/salon/test/given.ts';
import { newId } from '../../libs/engine/test/given-engine.ts';
import { freshDatabase } from '../support/services.ts';

const names = Array.from({ length: 20 }, (_, index) => `p${index}`);
let sources: DataSource[];
let engines: Engine[];
const reported: Error[] = [];

beforeAll(async () => {
  const url = await freshDatabase();
  sources = await Promise.all([0, 1].map(() => dataSource({ url, poolSize: 5 }).initialize()));
  // Each has a bell of its own: they hear nothing of each other, which is the worst that can be.
  engines = sources.map((source) => createEngine({
    store: postgresEventStore(source), bell: memoryBell(), now: Date.now, jobsOf, report: (error) => { reported.push(error); }, lookEveryMs: 100,
  }));
});

afterAll(async () => {
  await Promise.all(engines.map((engine) => engine.close()));
  await Promise.all(sources.map((source) => source.destroy()));
});

const pick = (n: number): Engine => engines[n % 2] as Engine;

async function openRoom(): Promise<RoomId> {
  const roomId = randomUUID() as RoomId;
  for (const { command } of [opens(), ...names.map((name) => enters(name))]) await pick(0).handle(roomId, command, { by: null, commandId: newId() });
  return roomId;
}

describe('two engines on one Postgres', () => {
  it('[G3] race 500 commands: the log has no gap, nothing acknowledged is missing, nothing is there twice', async () => {
    const roomId = await openRoom();
    const told: Recorded[][] = [[], []];
    await Promise.all(engines.map((engine, n) => engine.follow(roomId, (records) => { told[n]?.push(...records); })));
    const head = (await pick(0).now(roomId)).seq;
    const outcomes: Outcome[] = [];
    // Each person raises the hand and takes it down again, now here, now there; every seventh command is said to both.
    await Promise.all(names.map(async (name) => {
      let raised: EntryId | null = null;
      for (let n = 0; n < 25; n += 1) {
        const commandId = newId();
        const stamp = { by: person(name), commandId };
        const command: AnyCommand = raised === null ? { type: 'floor.request', data: {} } : { type: 'floor.withdraw', data: { entryId: raised } };
        const [outcome, again] = await Promise.all((n % 7 === 0 ? engines : [pick(n)]).map((engine) => engine.handle(roomId, command, stamp)));
        if (again) expect(again).toEqual(outcome);
        if (outcome) outcomes.push(outcome);
        raised = raised === null ? (commandId as string as EntryId) : null;
      }
    }));
    const log = (await pick(1).read(roomId, head));
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
    expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: 500 }, (_, index) => head + 1 + index));
    expect(outcomes.flatMap((outcome) => (outcome.ok ? outcome.records : [])).sort((a, b) => a.seq - b.seq)).toEqual(log);
    const deadline = Date.now() + 5_000;
    while (told.some((records) => records.length < 500) && Date.now() < deadline) await new Promise((resolve) => { setTimeout(resolve, 20); });
    expect(told).toEqual([log, log]);
    expect(reported).toEqual([]);
  });

  it('[G9] answer again after every connection to the database was cut', async () => {
    const roomId = await openRoom();
    await sources[1]?.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
    const said = await Promise.allSettled(names.map((name) => pick(0).handle(roomId, { type: 'floor.request', data: {} }, { by: person(name), commandId: newId() })));
    const log = await pick(1).read(roomId, 0);
    const acknowledged = said.flatMap((one) => (one.status === 'fulfilled' && one.value.ok ? one.value.records : []));
    for (const record of acknowledged) expect(log).toContainEqual(record);
    expect(await pick(0).handle(roomId, { type: 'floor.request', data: {} }, { by: person('p0'), commandId: newId() })).toMatchObject({ ok: true });
  });
});
