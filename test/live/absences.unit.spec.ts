import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type AnyCommand, CommandId, type ParticipantId, type RoomId } from '@yaji/contracts';
import { createEngine, type Engine, jobsOf, memoryBell, memoryEventStore } from '@yaji/engine';
import type { Presence } from '@yaji/messaging';
import type { DataSource } from 'typeorm';
import { enters, id, opens, person, t0 } from '../../libs/salon/test/given.ts';
import { Absences } from '../../apps/api/src/live/absences.ts';
import { openFeed } from '../../apps/api/src/live/feed.ts';
import { newLiveRoom, type LiveRoom } from '../../apps/api/src/live/live-room.ts';
import type { LiveNamespace } from '../../apps/api/src/live/seat.ts';

const roomId: RoomId = id('room');
const laterMs = 300_000;

describe('absences', () => {
  let engine: Engine;
  let live: LiveRoom;
  const seen = new Map<ParticipantId, number | null | 'unknown'>();
  const presence = { lastSeen: (_: RoomId, participantId: ParticipantId) => Promise.resolve(seen.get(participantId) ?? null) } as unknown as Presence;
  const rows = ['ann', 'bob', 'cat'].map((name) => ({ participantId: person(name) }));
  const database = { getRepository: () => ({ find: () => Promise.resolve(rows) }) } as unknown as DataSource;
  const say = (command: AnyCommand, by: ParticipantId | null = null) => engine.handle(roomId, command, { by, commandId: CommandId.parse(randomUUID()) });
  const present = (): string[] => ['mod', 'ann', 'bob', 'cat', 'guest'].filter((name) => live.feed.room.members[person(name)]?.place);

  beforeEach(async () => {
    jest.useFakeTimers({ now: t0, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    seen.clear();
    engine = createEngine({ store: memoryEventStore(), bell: memoryBell(), now: Date.now, jobsOf, report: () => undefined });
    for (const step of [opens(), ...['mod', 'ann', 'bob', 'cat'].map((name) => enters(name))]) await say(step.command);
    await say({ type: 'member.introduce', data: { participantId: person('guest'), name: { en: 'Guest' }, organisation: null, country: null, languages: [] } }, person('mod'));
    const feed = await openFeed(roomId, engine, { told: () => undefined, report: () => undefined });
    live = newLiveRoom(roomId, feed, null as unknown as LiveNamespace, 0);
    live.sockets.set(person('mod'), new Set());
    jest.setSystemTime(t0 + laterMs);
  });
  afterEach(async () => {
    live.feed.close();
    await engine.close();
    jest.useRealTimers();
  });

  it('are said of those whom nobody has seen for a minute, not of those without a screen', async () => {
    seen.set(person('ann'), Date.now() - 61_000);
    seen.set(person('bob'), Date.now() - 50_000);
    seen.set(person('cat'), null);
    expect(await new Absences(database, engine, presence).say(live)).toBe(3);
    expect(present()).toEqual(['mod', 'bob', 'guest']);
    expect(await new Absences(database, engine, presence).say(live)).toBe(1);
  });

  it('are not said of those whom an usher has checked in, with a screen at home or none', async () => {
    seen.set(person('ann'), Date.now() - 600_000);
    for (const name of ['ann', 'bob', 'cat']) await say({ type: 'member.checkIn', data: { participantId: person(name) } }, person('mod'));
    expect(await new Absences(database, engine, presence).say(live)).toBe(0);
    expect(present()).toEqual(['mod', 'ann', 'bob', 'cat', 'guest']);
  });

  it('are said of nobody while Redis is away', async () => {
    for (const { participantId } of rows) seen.set(participantId, 'unknown');
    expect(await new Absences(database, engine, presence).say(live)).toBe(3);
    expect(present()).toEqual(['mod', 'ann', 'bob', 'cat', 'guest']);
  });

  it('are not said of those who sit here, whatever Redis says', async () => {
    seen.set(person('mod'), Date.now() - 600_000);
    await new Absences(database, engine, presence).say(live);
    expect(present()).toContain('mod');
  });
});
