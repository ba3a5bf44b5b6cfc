import { describe, expect, it } from '@jest/globals';
import type { AnyCommand, Recorded } from '@yaji/contracts';
import { memoryEventStore, type Outcome } from '../src/index.ts';
import { person } from '../../salon/test/given.ts';
import { givenEngine, newId, opened, request, together, twoDeaf, typesOf, type Given } from './given-engine.ts';

const seqs = (records: readonly Recorded[]): number[] => records.map(({ seq }) => seq);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const records = (outcome: Outcome): readonly Recorded[] => (outcome.ok ? outcome.records : []);

describe('a command', () => {
  it('[G1] is in the log when it is acknowledged, with the number of its last event', async () => {
    const { engine, say, room, store } = givenEngine();
    await opened({ engine, say } as Given);
    const outcome = await say('ann', request);
    const log = await store.read(room, 0);
    expect(outcome).toMatchObject({ ok: true, seq: log.length });
    expect(log.at(-1)).toMatchObject({ type: 'FloorRequested', by: person('ann') });
    expect(records(outcome)).toEqual([log.at(-1)]);
  });

  it('[G1] that makes nothing, or is refused, answers the head', async () => {
    const one = givenEngine();
    await opened(one);
    const head = (await one.say('ann', request)).seq;
    expect(await one.say('ann', request)).toEqual({ ok: true, seq: head, records: [] });
    expect(await one.say('ann', { type: 'floor.closeList', data: {} })).toMatchObject({ ok: false, refusal: { code: 'member/role-may-not' }, seq: head });
  });

  it('[G2] sent again has the outcome of the first time, although the room has moved on', async () => {
    const one = givenEngine();
    await opened(one);
    await one.say('ann', request);
    const commandId = newId();
    const grant = { type: 'floor.grantNext', data: { afterTurn: 0 } } as const;
    const first = await one.say('mod', grant, commandId);
    await one.say('bob', request);
    expect(typesOf(records(first))).toContain('TurnStarted');
    expect(await one.say('mod', grant, commandId)).toEqual(first);
  });

  it('[G2] sent again to another process has the outcome of the first time', async () => {
    const [one, other] = twoDeaf();
    await opened(one);
    await other.engine.now(one.room);
    const commandId = newId();
    const first = await one.say('ann', request, commandId);
    expect(await other.say('ann', request, commandId)).toEqual(first);
    expect(await other.say('ann', request, commandId)).toEqual(first);
  });

  it('[G2] sent twice at once is one command', async () => {
    const one = givenEngine();
    await opened(one);
    const commandId = newId();
    const outcomes = await Promise.all([one.say('ann', request, commandId), one.say('ann', request, commandId)]);
    expect(outcomes[0]).toEqual(outcomes[1]);
    expect(typesOf(await one.store.read(one.room, 0)).filter((type) => type === 'FloorRequested')).toHaveLength(1);
  });

  it('[G2] under an id that somebody else has used is refused, at once and later', async () => {
    const one = givenEngine();
    await opened(one);
    const commandId = newId();
    const [mine, stolen] = await Promise.all([one.say('ann', request, commandId), one.say('bob', request, commandId)]);
    expect(mine.ok).toBe(true);
    for (const outcome of [stolen, await one.say('bob', request, commandId)]) expect(outcome).toMatchObject({ ok: false, refusal: { code: 'contract/invalid' } });
  });

  it('[G3] that lost the race is decided again on what the others wrote', async () => {
    const [one, other] = twoDeaf();
    await opened(one);
    await other.engine.now(one.room);
    await one.say('ann', request);
    const outcome = await other.say('bob', request);
    expect(outcome.ok).toBe(true);
    const log = await one.store.read(one.room, 0);
    expect(seqs(log)).toEqual(upTo(log.length));
    expect(typesOf(log.slice(-2))).toEqual(['FloorRequested', 'FloorRequested']);
  });

  it('[G3] of a batch that lost the race counts once, also where one of them was written already', async () => {
    const [one, other] = twoDeaf();
    await opened(one);
    await other.engine.now(one.room);
    const commandId = newId();
    const first = await one.say('ann', request, commandId);
    const outcomes = await Promise.all([other.say('bob', request), other.say('ann', request, commandId), other.say('cat', request)]);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(outcomes[1]).toEqual(first);
    expect(typesOf(await one.store.read(one.room, 0)).filter((type) => type === 'FloorRequested')).toHaveLength(3);
  });

  it('[G3] of a batch that lost the race to just as many others is decided on theirs, not on its own', async () => {
    const [one, other] = twoDeaf();
    await opened(one);
    await other.engine.now(one.room);
    for (const name of ['cat', 'mod']) await one.say(name, request);
    await together(other, 'ann', 'bob');
    const { room } = await one.engine.now(one.room);
    expect(room.floor.queue.map(({ participantId }) => participantId)).toEqual(['cat', 'mod', 'ann', 'bob'].map(person));
  });

  it('[G4] is not refused for what this process has not heard', async () => {
    const [one, other] = twoDeaf();
    await opened(one);
    await other.engine.now(one.room);
    await one.say('mod', { type: 'floor.closeList', data: {} });
    await one.say('mod', { type: 'floor.reopenList', data: {} });
    await other.engine.now(one.room);
    await one.say('mod', { type: 'floor.closeList', data: {} });
    expect(await other.say('ann', request)).toMatchObject({ ok: false, refusal: { code: 'floor/list-closed' } });
    await one.say('mod', { type: 'floor.reopenList', data: {} });
    expect(await other.say('ann', request)).toMatchObject({ ok: true });
  });

  it('[G5] is decided in the order of asking, [G6] committed with those that wait beside it, and answered by itself', async () => {
    const one = givenEngine();
    await opened(one);
    const before = one.store.asked.append;
    const outcomes = await Promise.all([
      one.say('ann', request), one.say('bob', request), one.say('ann', { type: 'floor.closeList', data: {} }), one.say('ann', request), one.say('cat', request),
    ]);
    expect(outcomes.map((outcome) => (outcome.ok ? typesOf(outcome.records) : outcome.refusal.code))).toEqual([['FloorRequested'], ['FloorRequested'], 'member/role-may-not', [], ['FloorRequested']]);
    const { room } = await one.engine.now(one.room);
    expect(room.floor.queue.map(({ participantId }) => participantId)).toEqual([person('ann'), person('bob'), person('cat')]);
    expect(one.store.asked.append - before).toBeLessThanOrEqual(2);
  });

  it('[G6] each command of a batch keeps its own id in the log', async () => {
    const one = givenEngine();
    await opened(one);
    const ids = ['ann', 'bob', 'cat'].map((name) => ({ name, commandId: newId() }));
    await Promise.all(ids.map(({ name, commandId }) => one.say(name, request, commandId)));
    for (const { name, commandId } of ids) expect(await one.store.eventsOf(one.room, commandId)).toMatchObject([{ by: person(name) }]);
  });

  it('[G15] that stops the recording by closing the room asks for its aftermath alone, up to the close', async () => {
    const store = memoryEventStore();
    const one = givenEngine({ store });
    await opened(one);
    await one.say('mod', { type: 'recording.start', data: {} });
    const closing = await one.say('mod', { type: 'room.close', data: {} });
    expect(typesOf(records(closing))).toEqual(['RecordingStopped', 'RoomClosed']);
    expect(store.jobs()).toEqual([{ name: 'aftermath', data: { roomId: one.room, upTo: closing.seq } }]);
  });

  it('[G16] that ends turns asks for a clip of each of which three seconds were recorded', async () => {
    const store = memoryEventStore();
    let clock = 2_000_000_000_000;
    const one = givenEngine({ store, now: () => clock });
    const later = async (seconds: number, who: string, command: AnyCommand): Promise<number> => {
      clock += seconds * 1_000;
      return (await one.say(who, command)).seq;
    };
    const gives = (name: string, afterTurn: number): AnyCommand => ({ type: 'floor.grantTo', data: { participantId: person(name), afterTurn } });
    await opened(one);
    await later(1, 'mod', gives('ann', 0));
    await later(9, 'mod', { type: 'floor.end', data: { turn: 1 } });
    await later(1, 'mod', gives('ann', 1));
    await later(1, 'mod', { type: 'recording.start', data: {} });
    await later(2, 'mod', gives('bob', 2));
    const stopped = await later(3, 'mod', { type: 'recording.stop', data: {} });
    const bobEnded = await later(9, 'mod', { type: 'floor.end', data: { turn: 3 } });
    await later(1, 'mod', { type: 'recording.start', data: {} });
    await later(1, 'mod', gives('ann', 3));
    const closed = await later(3, 'mod', { type: 'room.close', data: {} });
    const roomId = one.room;
    const log = await one.store.read(roomId, 0);
    const annEnded = log.findLast(({ type }) => type === 'TurnEnded')?.seq;
    expect(store.jobs()).toEqual([
      { name: 'recording-publish', data: { roomId, upTo: stopped, order: 0 } },
      { name: 'turn-clip', data: { roomId, upTo: bobEnded, turn: 3 } },
      { name: 'turn-clip', data: { roomId, upTo: annEnded, turn: 4 } },
      { name: 'aftermath', data: { roomId, upTo: closed } },
    ]);
  });

  it('[G10] never makes the log run back, although the clock does', async () => {
    let clock = 2_000_000_000_000;
    const one = givenEngine({ now: () => clock });
    await opened(one);
    clock -= 60_000;
    await Promise.all([one.say('ann', request), one.say('bob', request)]);
    const times = (await one.store.read(one.room, 0)).map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBe(2_000_000_000_000);
  });

  it('[G13] on which a decision throws fails alone', async () => {
    const one = givenEngine();
    await opened(one);
    const nonsense = { type: 'nonsense.say', data: {} } as never;
    const [bad, good] = await Promise.allSettled([one.say('ann', nonsense), one.say('bob', request)]);
    expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
    expect((await one.say('cat', request)).ok).toBe(true);
  });
});
