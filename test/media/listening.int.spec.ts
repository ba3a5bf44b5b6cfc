import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from './eventually.ts';
import { audible, givenRoom, type GivenRoom, levelOf } from './given-room.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let room: GivenRoom;
beforeEach(async () => { room = await givenRoom(); });
afterEach(() => room.close());

describe('listening to the speaker', () => {
  it('tells levels and measures net speaking time', async () => {
    const [ann, eve] = [await room.enter('Ann', 'speaker'), await room.enter('Eve', 'attendee')];
    await room.say({ type: 'floor.request', data: {} }, ann);
    const [speaker, listener] = [await room.speaks(ann), await room.listens(eve)];
    await room.say({ type: 'floor.grantNext', data: { afterTurn: 0 } }, room.chair);
    await eventually(async () => expect(await levelOf(listener, ann)).toBeGreaterThan(audible));
    await pause(3_000);
    await speaker.silence();
    await pause(2_000);
    await room.say({ type: 'floor.end', data: { turn: 1 } }, room.chair);
    await eventually(async () => expect((await room.engine.now(room.roomId)).room.floor.past[0]?.speechMs).toEqual(expect.any(Number)));
    const speechMs = (await room.engine.now(room.roomId)).room.floor.past[0]?.speechMs ?? 0;
    expect(speechMs).toBeGreaterThan(2_400);
    expect(speechMs).toBeLessThan(4_000);
    const levels = (await listener.said()).filter((line) => /^levels \d+$/.test(line));
    expect(levels.length).toBeGreaterThan(8);
    expect(await listener.said()).toContain('levels ');
  });

  it('says when the speaker brings nothing, and when the trouble is over', async () => {
    const ann = await room.enter('Ann', 'speaker');
    await room.connect(ann);
    await room.say({ type: 'floor.grantTo', data: { participantId: ann, afterTurn: 0 } }, room.chair);
    await pause(2_000);
    expect(room.notices).toEqual([]);
    await eventually(() => expect(room.notices).toEqual([{ participantId: ann, since: expect.any(Number) }]));
    await room.speaks(ann);
    await eventually(() => expect(room.notices.at(-1)).toEqual({ participantId: ann, since: null }));
    expect(room.notices).toHaveLength(2);
  });
});

describe('receiving', () => {
  it('brings sound alone where no picture is wanted, and the picture when it is', async () => {
    const [ann, eve] = [await room.enter('Ann', 'speaker'), await room.enter('Eve', 'attendee')];
    await room.say({ type: 'floor.grantTo', data: { participantId: ann, afterTurn: 0 } }, room.chair);
    const speaker = await room.speaks(ann);
    await speaker.send('camera');
    const listener = await room.listens(eve, false);
    await eventually(async () => expect(await levelOf(listener, ann)).toBeGreaterThan(audible));
    expect((await listener.perceives()).map(({ source }) => source)).toEqual(['microphone']);
    await listener.receive(true);
    await eventually(async () => expect((await listener.perceives()).find(({ source }) => source === 'camera')?.frames).toBeGreaterThan(5), 8_000);
    await listener.receive(false);
    await eventually(async () => expect((await listener.perceives()).map(({ source }) => source)).toEqual(['microphone']));
  });

  it('goes on after ICE was restarted', async () => {
    const [ann, eve] = [await room.enter('Ann', 'speaker'), await room.enter('Eve', 'attendee')];
    await room.say({ type: 'floor.grantTo', data: { participantId: ann, afterTurn: 0 } }, room.chair);
    const [speaker, listener] = [await room.speaks(ann), await room.listens(eve)];
    await eventually(async () => expect(await levelOf(listener, ann)).toBeGreaterThan(audible));
    await Promise.all([speaker.restartIce(), listener.restartIce()]);
    await pause(1_000);
    const before = (await listener.perceives())[0]?.packets ?? 0;
    await eventually(async () => expect((await listener.perceives())[0]?.packets).toBeGreaterThan(before + 25));
    expect(await levelOf(listener, ann)).toBeGreaterThan(audible);
  });
});
