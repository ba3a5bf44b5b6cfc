import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommandId, Job, RoomId } from '@yaji/contracts';
import type { EventStore } from '@yaji/engine';
import { dataSource, postgresEventStore, relayOutbox } from '@yaji/persistence';
import type { DataSource } from 'typeorm';
import { freshDatabase } from '../support/services.ts';

let source: DataSource;
let store: EventStore;
const running: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  source = await dataSource({ url: await freshDatabase() }).initialize();
  store = postgresEventStore(source);
});
beforeEach(async () => {
  await Promise.all(running.splice(0).map((relay) => relay.stop()));
  await source.query('delete from outbox');
});
afterAll(async () => {
  await Promise.all(running.map((relay) => relay.stop()));
  await source.destroy();
});

const write = async (): Promise<Job> => {
  const roomId = randomUUID() as RoomId;
  const job: Job = { name: 'minutes-render', data: { roomId, upTo: 1 } };
  await store.append(roomId, 0, [{ commandId: randomUUID() as CommandId, at: Date.now(), by: null, events: [{ type: 'RoomClosed', data: {} }], jobs: [job] }]);
  return job;
};
const relay = (hand: (job: Job) => Promise<void>, lookEveryMs = 60_000, failures: Error[] = []): void => {
  running.push(relayOutbox(source, { hand, report: (error) => { failures.push(error); }, lookEveryMs }));
};
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!(await condition()) && Date.now() < deadline) await new Promise((resolve) => { setTimeout(resolve, 10); });
}
const waiting = async (): Promise<number> => (await source.query<unknown[]>('select 1 from outbox where done_at is null')).length;

describe('the outbox', () => {
  it('is emptied of what was written before, and woken by what is written after', async () => {
    const handed: Job[] = [];
    const early = await write();
    relay(async (job) => { handed.push(job); });
    await until(() => handed.length === 1);
    const late = await write();
    await until(async () => (await waiting()) === 0);
    expect(handed).toEqual([early, late]);
  });

  it('keeps what could not be handed over, and goes on with the rest', async () => {
    const failures: Error[] = [];
    const bad = await write();
    const good = await write();
    const handed: Job[] = [];
    let away = true;
    relay(async (job) => {
      if (away && job.data.roomId === bad.data.roomId) throw new Error('queue is away');
      handed.push(job);
    }, 50, failures);
    await until(() => handed.length === 1 && failures.length > 0);
    expect(handed).toEqual([good]);
    away = false;
    await until(() => handed.length === 2);
    expect(handed).toEqual([good, bad]);
    expect(failures[0]?.message).toBe('queue is away');
  });

  it('gives each job to one of several relays', async () => {
    const jobs = [];
    for (let n = 0; n < 60; n += 1) jobs.push(await write());
    const handed: string[] = [];
    const hand = async ({ data }: Job): Promise<void> => {
      await new Promise((resolve) => { setTimeout(resolve, 1); });
      handed.push(data.roomId);
    };
    relay(hand);
    relay(hand);
    await until(async () => (await waiting()) === 0);
    expect([...handed].sort()).toEqual(jobs.map(({ data }) => data.roomId).sort());
  });

  it('is listened to again after the connection was cut', async () => {
    const failures: Error[] = [];
    const handed: Job[] = [];
    relay(async (job) => { handed.push(job); }, 60_000, failures);
    const listeners = "select pid from pg_stat_activity where query = 'listen outbox' and datname = current_database()";
    await until(async () => (await source.query<unknown[]>(listeners)).length === 1);
    await source.query(`select pg_terminate_backend(pid) from (${listeners}) as one`);
    await until(() => failures.length > 0);
    const job = await write();
    await until(() => handed.length === 1);
    expect(handed).toEqual([job]);
  });
});

describe('the log', () => {
  it('refuses that a fact is changed or deleted, but lets words be taken out', async () => {
    await write();
    await expect(source.query("update room_event set type = 'RoomOpened'")).rejects.toThrow('never changed');
    await expect(source.query('delete from room_event')).rejects.toThrow('never changed');
    await expect(source.query(`update room_event set words = '{}'`)).rejects.toThrow('never changed');
    await source.query('update room_event set words = null');
  });
});
