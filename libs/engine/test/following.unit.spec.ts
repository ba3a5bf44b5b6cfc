import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Recorded, RoomId } from '@yaji/contracts';
import { EngineClosed, memoryBell, memoryEventStore, type Bell } from '../src/index.ts';
import { id } from '../../salon/test/given.ts';
import { givenEngine, opened, pause, request, shaky, tick, twoDeaf, typesOf, until } from './given-engine.ts';

const seqs = (records: readonly Recorded[]): number[] => records.map(({ seq }) => seq);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('a follower', () => {
  it('[G7] is told every record once and in order, with the room after it', async () => {
    const bell = memoryBell();
    const store = shaky(memoryEventStore());
    const one = givenEngine({ store, bell });
    const other = givenEngine({ store, bell, room: one.room });
    const heard: { seqs: number[]; queue: number }[] = [];
    await other.engine.follow(one.room, (fresh, { floor }) => { heard.push({ seqs: seqs(fresh), queue: floor.queue.length }); });
    await opened(one);
    await one.say('ann', request);
    await other.say('bob', request);
    await one.say('cat', request);
    const log = await store.read(one.room, 0);
    await until(() => heard.flatMap((told) => told.seqs).length >= log.length);
    expect(heard.flatMap((told) => told.seqs)).toEqual(upTo(log.length));
    expect(heard.at(-1)?.queue).toBe(3);
  });

  it('[G7] is told no more once it has stopped', async () => {
    const one = givenEngine();
    await opened(one);
    const heard: Recorded[] = [];
    const stop = await one.engine.follow(one.room, (fresh) => { heard.push(...fresh); });
    await one.say('ann', request);
    stop();
    await one.say('bob', request);
    expect(typesOf(heard)).toEqual(['FloorRequested']);
  });

  it('[G8] learns of a gap, of a bell that carries only the number, and of a silent bell', async () => {
    const listeners: Parameters<Bell['listen']>[0][] = [];
    const bell: Bell = { ring: () => undefined, listen: (heard) => { listeners.push(heard); return () => undefined; } };
    const store = shaky(memoryEventStore());
    const one = givenEngine({ store });
    const other = givenEngine({ store, bell, room: one.room, lookEveryMs: 50 });
    await opened(one);
    const heard: number[] = [];
    await other.engine.follow(one.room, (fresh) => { heard.push(...seqs(fresh)); });
    const { seq: from } = await one.say('ann', request);
    const next = await one.say('bob', request);
    const ring = (...rung: Parameters<(typeof listeners)[0]>): void => { for (const listener of listeners) listener(...rung); };
    ring(one.room, next.ok ? next.records : [], next.seq);
    await until(() => heard.length === 2);
    expect(heard).toEqual([from, from + 1]);
    const { seq: numbered } = await one.say('cat', request);
    ring(one.room, [], numbered);
    await until(() => heard.length === 3);
    expect(heard.at(-1)).toBe(numbered);
    const silent = await one.say('mod', { type: 'floor.closeList', data: {} });
    await until(() => heard.length === 4);
    expect(heard.at(-1)).toBe(silent.seq);
    expect(heard).toEqual([...new Set(heard)]);
  });

  it('[G13] that throws is reported and harms nobody else', async () => {
    const one = givenEngine();
    await opened(one);
    const heard: Recorded[] = [];
    await one.engine.follow(one.room, () => { throw new Error('a bug'); });
    await one.engine.follow(one.room, (fresh) => { heard.push(...fresh); });
    expect((await one.say('ann', request)).ok).toBe(true);
    expect(heard).toHaveLength(1);
    expect(one.reported.map(({ message }) => message)).toEqual(['a bug']);
  });
});

describe('time', () => {
  it('[G11] ends a turn at its limit in a room that is followed', async () => {
    let offset = 0;
    const one = givenEngine({ now: () => Date.now() + offset });
    await opened(one, ['own', 'mod', 'ann'], { atLimit: 'end', turnLimitMs: 60_000 });
    await one.say('ann', request);
    await one.say('mod', { type: 'floor.grantNext', data: { afterTurn: 0 } });
    offset = 59_950;
    const ended = new Promise<Recorded[]>((resolve) => {
      void one.engine.follow(one.room, (fresh) => { resolve([...fresh]); });
    });
    expect(await ended).toMatchObject([{ type: 'TurnEnded', data: { reason: 'expired' }, by: null }]);
  });

  it('[G11] does not spin where a tick changes nothing', async () => {
    const one = givenEngine();
    await opened(one);
    await one.engine.follow(one.room, () => undefined);
    const before = { ...one.store.asked };
    expect(await one.say(null, tick)).toMatchObject({ ok: true, records: [] });
    await pause(30);
    expect(one.store.asked).toEqual(before);
  });
});

describe('a room', () => {
  it('[G12] that nobody follows is forgotten after a while, one that is followed is not', async () => {
    const one = givenEngine({ lookEveryMs: 10, forgetAfterLooks: 2 });
    await opened(one);
    const other = randomUUID() as RoomId;
    await one.engine.follow(other, () => undefined);
    await pause(200);
    const before = one.store.asked.read;
    expect((await one.engine.now(other)).seq).toBe(0);
    expect(one.store.asked.read).toBe(before);
    expect((await one.say('ann', request)).ok).toBe(true);
    expect(one.store.asked.read).toBe(before + 1);
  });

  it('[G12] gives way to others when there are too many', async () => {
    const one = givenEngine({ keepRooms: 2 });
    const rooms = [randomUUID(), randomUUID(), randomUUID()] as RoomId[];
    for (const room of rooms) await one.engine.now(room);
    for (const room of [...rooms].reverse()) await one.say(null, tick).then(() => one.engine.follow(room, () => undefined));
    expect((await one.engine.now(rooms[0] ?? one.room)).seq).toBe(0);
  });

  it('[G12] shows what others wrote, also where nobody follows it', async () => {
    const [one, other] = twoDeaf();
    await opened(one);
    await other.engine.now(one.room);
    const { seq } = await one.say('ann', request);
    expect((await other.engine.now(one.room)).seq).toBe(seq);
  });
});

describe('closing', () => {
  it('[G14] answers what is under way and takes nothing more', async () => {
    const one = givenEngine();
    await opened(one);
    const underWay = one.say('ann', request);
    await one.engine.close();
    expect((await underWay).ok).toBe(true);
    await expect(one.say('bob', request)).rejects.toBeInstanceOf(EngineClosed);
    await expect(one.engine.now(id('room'))).rejects.toBeInstanceOf(EngineClosed);
  });
});
