import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ParticipantId } from '@yaji/contracts';
import { eventually } from './eventually.ts';
import { audible, givenRoom, type GivenRoom, inaudible, levelOf, perceived } from './given-room.ts';

let room: GivenRoom;
beforeEach(async () => { room = await givenRoom({ workers: 2 }); });
afterEach(() => room.close());

/** Makes a worker look busy, so that the next client goes to the other one. */
const busy = (index: number, cpu: number): void => {
  const worker = room.node.pool.all.find((one) => one.index === index);
  if (worker) worker.cpu = cpu;
};

const workerOf = async (participantId: ParticipantId): Promise<number | undefined> => {
  const [studio] = await room.node.studios.all();
  return [...studio?.sessions ?? []].find((session) => session.participantId === participantId)?.booth.worker.index;
};

describe('several workers', () => {
  it('carry a speaker to listeners in another worker, held until granted', async () => {
    const [ann, eve] = [await room.enter('Ann', 'speaker'), await room.enter('Eve', 'attendee')];
    await room.say({ type: 'floor.request', data: {} }, ann);
    busy(1, 0.7);
    await room.speaks(ann);
    busy(0, 0.7);
    busy(1, 0);
    const listener = await room.listens(eve);
    expect([await workerOf(ann), await workerOf(eve)]).toEqual([0, 1]);
    await eventually(async () => expect(await perceived(listener, ann)).toMatchObject({ flowing: false }));
    expect(await levelOf(listener, ann)).toBeLessThan(inaudible);
    const grantedAt = Date.now();
    await room.say({ type: 'floor.grantNext', data: { afterTurn: 0 } }, room.chair);
    await eventually(async () => expect((await perceived(listener, ann))?.loudAt).toEqual(expect.any(Number)));
    // That it comes at all, without negotiation; how fast it is on a quiet machine the bench says.
    expect(((await perceived(listener, ann))?.loudAt ?? Infinity) - grantedAt).toBeLessThan(3_000);
    await room.say({ type: 'floor.pause', data: { turn: 1 } }, room.chair);
    await eventually(async () => expect(await levelOf(listener, ann)).toBeLessThan(inaudible));
  });

  it('take nobody when all are full', async () => {
    busy(0, 0.8);
    busy(1, 0.76);
    await expect(room.connect(room.chair)).rejects.toThrow('media/busy');
    busy(1, 0.7);
    await room.connect(room.chair);
    expect(await workerOf(room.chair)).toBe(1);
  });

  it('one that is killed is replaced; its clients come back and hear within five seconds', async () => {
    const [ann, eve] = [await room.enter('Ann', 'speaker'), await room.enter('Eve', 'attendee')];
    await room.say({ type: 'floor.grantTo', data: { participantId: ann, afterTurn: 0 } }, room.chair);
    busy(1, 0.7);
    const [speaker, listener] = [await room.speaks(ann), await room.listens(eve)];
    await eventually(async () => expect(await levelOf(listener, ann)).toBeGreaterThan(audible));
    const killed = room.node.pool.all.find(({ index }) => index === 0);
    process.kill(killed?.worker.pid ?? 0, 'SIGKILL');
    const killedAt = Date.now();
    await eventually(async () => expect(await Promise.all([speaker.said(), listener.said()])).toEqual([
      expect.arrayContaining(['leaving', 'disconnect']), expect.arrayContaining(['leaving', 'disconnect']),
    ]), 1_000);
    const [, again] = [await room.speaks(ann), await room.listens(eve)];
    await eventually(async () => expect(await levelOf(again, ann)).toBeGreaterThan(audible));
    process.stdout.write(`worker killed to heard again: ${Date.now() - killedAt} ms\n`);
    expect(Date.now() - killedAt).toBeLessThan(5_000);
    await eventually(() => expect(room.node.pool.all.map(({ worker }) => worker.pid)).toHaveLength(2));
    expect(room.node.pool.all.map(({ worker }) => worker.pid)).not.toContain(killed?.worker.pid);
  });

  it('a speaker who comes back while his old socket lingers takes its place', async () => {
    const [ann, eve] = [await room.enter('Ann', 'speaker'), await room.enter('Eve', 'attendee')];
    await room.say({ type: 'floor.grantTo', data: { participantId: ann, afterTurn: 0 } }, room.chair);
    await room.speaks(ann);
    const listener = await room.listens(eve);
    await eventually(async () => expect(await levelOf(listener, ann)).toBeGreaterThan(audible));
    const first = await perceived(listener, ann);
    await room.speaks(ann);
    await eventually(async () => expect((await listener.perceives()).map(({ consumerId }) => consumerId)).not.toContain(first?.consumerId));
    await eventually(async () => expect(await levelOf(listener, ann)).toBeGreaterThan(audible));
    expect(await listener.perceives()).toHaveLength(1);
  });
});
