import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MicrophoneId } from '@yaji/contracts';
import { ledger } from '@yaji/salon';
import { eventually } from './eventually.ts';
import { audible, givenRoom, type GivenRoom, inaudible, levelOf } from './given-room.ts';

const microphoneId = 'one' as MicrophoneId;

let room: GivenRoom;
beforeEach(async () => { room = await givenRoom({ rules: { microphones: [{ microphoneId, title: { en: 'One' } }], interpretation: 'consecutive' } }); });
afterEach(() => room.close());

describe('whose microphone is the speaker\'s', () => {
  it('[MP13] [MP14] is that of the hall where the floor is given at one, and the hall does not hear it again', async () => {
    const [dan, page, projector, eve] = [await room.enter('Dan', 'speaker', 'hall'), await room.enter('One', 'display', 'hall'), await room.enter('Projector', 'display', 'hall'), await room.enter('Eve', 'attendee')];
    await room.say({ type: 'stage.plugIn', data: { microphoneId } }, page);
    await room.speaks(page);
    const [listener, hall] = [await room.listens(eve), await room.listens(projector)];
    await eventually(async () => expect((await listener.perceives()).map(({ participantId }) => participantId)).toEqual([page]));
    expect(await levelOf(listener, page)).toBeLessThan(inaudible);
    await room.say({ type: 'floor.grantTo', data: { participantId: dan, afterTurn: 0, microphone: microphoneId } }, room.chair);
    await eventually(async () => expect(await levelOf(listener, page)).toBeGreaterThan(audible));
    expect(await hall.perceives()).toEqual([]);
    await room.say({ type: 'floor.end', data: { turn: 1 } }, room.chair);
    await eventually(async () => expect(await levelOf(listener, page)).toBeLessThan(inaudible));
    await eventually(async () => expect((await room.engine.now(room.roomId)).room.floor.past[0]?.speechMs).toBeGreaterThan(0));
  });

  it('[MP13] is the interpreter\'s while one speaks, and the speaker\'s again', async () => {
    const [ann, ivo, eve] = [await room.enter('Ann', 'speaker'), await room.enter('Ivo', 'interpreter'), await room.enter('Eve', 'attendee')];
    await room.say({ type: 'floor.request', data: {} }, ann);
    await Promise.all([room.speaks(ann), room.speaks(ivo, 880)]);
    const listener = await room.listens(eve);
    await room.say({ type: 'floor.grantNext', data: { afterTurn: 0 } }, room.chair);
    await eventually(async () => expect(await levelOf(listener, ann)).toBeGreaterThan(audible));
    await room.say({ type: 'floor.interpret', data: { turn: 1, participantId: ivo } }, ivo);
    await eventually(async () => expect(await levelOf(listener, ivo)).toBeGreaterThan(audible));
    await eventually(async () => expect(await levelOf(listener, ann)).toBeLessThan(inaudible));
    await room.say({ type: 'floor.interpret', data: { turn: 1, participantId: null } }, ann);
    await eventually(async () => expect(await levelOf(listener, ann)).toBeGreaterThan(audible));
    await eventually(async () => expect(await levelOf(listener, ivo)).toBeLessThan(inaudible));
  });

  it('[F42] is everybody\'s on the stage while the floor is open, and what is heard is booked to each', async () => {
    const [ann, bob, eve] = [await room.enter('Ann', 'speaker'), await room.enter('Bob', 'speaker'), await room.enter('Eve', 'attendee')];
    for (const participantId of [ann, bob]) await room.say({ type: 'stage.bring', data: { participantId } }, room.chair);
    await Promise.all([room.speaks(ann), room.speaks(bob, 880)]);
    const listener = await room.listens(eve);
    await room.say({ type: 'floor.setMode', data: { mode: 'open' } }, room.chair);
    await eventually(async () => expect(Math.min(await levelOf(listener, ann), await levelOf(listener, bob))).toBeGreaterThan(audible));
    await room.say({ type: 'floor.setMode', data: { mode: 'queue' } }, room.chair);
    await eventually(async () => expect(Math.max(await levelOf(listener, ann), await levelOf(listener, bob))).toBeLessThan(inaudible));
    await eventually(async () => {
      const spoken = ledger((await room.engine.now(room.roomId)).room, 'person');
      for (const participantId of [ann, bob]) expect(spoken.get(participantId)?.speechMs).toBeGreaterThan(0);
    });
  });
});
