import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ParticipantId } from '@yaji/contracts';
import { eventually } from './eventually.ts';
import { givenEncoder, type GivenEncoder } from './given-encoder.ts';
import { audible, givenRoom, type GivenRoom, inaudible } from './given-room.ts';

let room: GivenRoom;
const encoders: GivenEncoder[] = [];
beforeEach(async () => { room = await givenRoom(); });
afterEach(async () => {
  for (const encoder of encoders.splice(0)) encoder.cut();
  await room.close();
});

const viewers = async (): Promise<number> => (await room.node.studios.all()).flatMap(({ sessions }) => [...sessions]).filter(({ socketless }) => socketless?.does === 'watch').length;
const publish = async (participantId: ParticipantId): Promise<void> => {
  const encoder = givenEncoder();
  encoders.push(encoder);
  expect(await encoder.publish({ url: `${room.url}/whip/${room.roomId}`, token: await room.keyOf(participantId), codec: 'vp8', colour: 'red', frequency: 440 })).toMatchObject({ status: 201 });
};

describe('a player by WHEP', () => {
  it('sounds whoever has the floor, until its person is removed', async () => {
    const [ann, bob, eve] = [await room.enter('Ann', 'speaker'), await room.enter('Bob', 'speaker'), await room.enter('Eve', 'attendee')];
    for (const participantId of [ann, bob]) await room.say({ type: 'stage.bring', data: { participantId } }, room.chair);
    await Promise.all([publish(ann), publish(bob)]);
    const pass = await room.passOf(eve);
    const { watcher, opened } = await room.watches(pass);
    expect(opened).toMatchObject({ status: 201, location: expect.stringMatching(`^/whep/${room.roomId}/`) });
    const heard = async (loud: boolean): Promise<void> => eventually(async () => {
      const { level } = await watcher.perceives();
      if (loud) expect(level).toBeGreaterThan(audible);
      else expect(level).toBeLessThan(inaudible);
    });
    for (const [index, participantId] of [ann, bob].entries()) {
      await heard(false);
      await room.say({ type: 'floor.grantTo', data: { participantId, afterTurn: index } }, room.chair);
      await heard(true);
      await room.say({ type: 'floor.end', data: { turn: index + 1 } }, room.chair);
    }
    await heard(false);

    const later = await room.watches(pass);
    expect(later.opened.status).toBe(201);
    expect(await viewers()).toBe(1);
    const stranger = await fetch(new URL(later.opened.location ?? '', room.url), { method: 'DELETE', headers: { authorization: `Bearer ${await room.passOf(bob)}` } });
    expect(stranger.status).toBe(404);
    await room.say({ type: 'member.remove', data: { participantId: eve } }, room.chair);
    await eventually(async () => expect(await viewers()).toBe(0));
    expect((await room.watches(pass)).opened).toMatchObject({ status: 403, code: 'egress/not-a-listener' });
  });

  it('needs a pass for this room, of somebody who listens there', async () => {
    const [eve, seat] = [await room.enter('Eve', 'attendee'), await room.enter('Seat', 'attendee', 'hall')];
    const pass = await room.passOf(eve);
    expect((await room.watches('nonsense')).opened.status).toBe(401);
    expect((await room.watches(await room.keyOf(eve))).opened.status).toBe(401);
    expect((await room.watches(pass, randomUUID())).opened.status).toBe(401);
    expect((await room.watches(await room.passOf(seat))).opened.status).toBe(403);
    const { watcher, opened } = await room.watches(pass);
    expect(opened.status).toBe(201);
    expect(await watcher.end()).toBe(200);
    expect(await viewers()).toBe(0);
  });
});
