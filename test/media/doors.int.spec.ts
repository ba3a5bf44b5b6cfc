import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ParticipantId } from '@yaji/contracts';
import { createTokens } from '@yaji/platform';
import { io } from 'socket.io-client';
import { eventually } from './eventually.ts';
import { audible, givenRoom, type GivenRoom, levelOf } from './given-room.ts';

let room: GivenRoom;
beforeEach(async () => { room = await givenRoom(); });
afterEach(() => room.close());

const said = async (peer: { said(): Promise<string[]> }, what: string, withinMs?: number): Promise<void> =>
  eventually(async () => expect(await peer.said()).toContain(what), withinMs);

describe('who may connect', () => {
  const refusal = async (token: unknown): Promise<string> => new Promise((resolve) => {
    const socket = io(`${room.url}/media`, { transports: ['websocket'], auth: { token }, reconnection: false, forceNew: true });
    socket.on('connect', () => resolve('connected'));
    socket.on('connect_error', (error) => {
      socket.close();
      resolve(error.message);
    });
  });

  it('is somebody with a pass of ours whom the room has admitted', async () => {
    const stranger = createTokens('another secret of more than thirty-two characters');
    const ids = { roomId: room.roomId, participantId: room.chair };
    const refused = [undefined, '', 'nonsense', { token: 1 }, await stranger.signMediaPass(ids), await room.passOf(randomUUID() as ParticipantId)];
    expect(await Promise.all(refused.map(refusal))).toEqual(refused.map(() => 'media/unauthorised'));
  });

  it('may come a moment before the news of the admission', async () => {
    const ann = randomUUID() as ParticipantId;
    const early = room.passOf(ann).then((pass) => refusal(pass));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const person = { participantId: ann, role: 'attendee' as const, organisationId: null, country: null, languages: [] };
    await room.say({ type: 'member.enter', data: { person, plate: { name: { en: 'Ann' }, organisation: null }, place: 'remote', message: null } });
    expect(await early).toBe('connected');
  });

  it('is put out within a second when removed', async () => {
    const eve = await room.enter('Eve', 'attendee');
    const peer = await room.connect(eve);
    await room.say({ type: 'member.remove', data: { participantId: eve } }, room.chair);
    await said(peer, 'disconnect', 1_000);
    await expect(room.connect(eve)).rejects.toThrow('media/unauthorised');
  });
});

describe('what may be asked', () => {
  it('is not to send without the right', async () => {
    const eve = await room.enter('Eve', 'attendee');
    const peer = await room.connect(eve);
    await said(peer, 'mayProduce false');
    await expect(peer.send('microphone')).rejects.toThrow('media/may-not-produce');
  });

  it('is not to go on sending when the right is withdrawn', async () => {
    const [ann, eve] = [await room.enter('Ann', 'speaker'), await room.enter('Eve', 'attendee')];
    await room.say({ type: 'floor.grantTo', data: { participantId: ann, afterTurn: 0 } }, room.chair);
    const [speaker, listener] = [await room.speaks(ann), await room.listens(eve)];
    await eventually(async () => expect(await levelOf(listener, ann)).toBeGreaterThan(audible));
    await room.say({ type: 'floor.end', data: { turn: 1 } }, room.chair);
    await said(speaker, 'mayProduce false', 500);
    const [studio] = await room.node.studios.all();
    expect(studio?.sent.size).toBe(0);
    await expect(speaker.send('microphone')).rejects.toThrow('media/may-not-produce');
    await eventually(async () => expect(await listener.perceives()).toEqual([]));
  });

  it('is nothing of another client, nothing unknown and nothing malformed; repeated it ends the connection', async () => {
    const [ann, eve] = [await room.enter('Ann', 'speaker'), await room.enter('Eve', 'attendee')];
    await room.say({ type: 'floor.grantTo', data: { participantId: ann, afterTurn: 0 } }, room.chair);
    const [speaker, listener] = [await room.speaks(ann), await room.listens(eve)];
    await eventually(async () => expect(await levelOf(listener, ann)).toBeGreaterThan(audible));
    const [studio] = await room.node.studios.all();
    const [producerId] = [...studio?.sent.keys() ?? []];
    const [transportId] = await speaker.transportIds();
    const [consumer] = await listener.perceives();
    const microphone = { transportId, kind: 'audio', source: 'microphone', rtpParameters: {} };
    const answers = await Promise.all([
      listener.ask('closeProducer', { producerId }),
      listener.ask('connectTransport', { transportId, dtlsParameters: {} }),
      listener.ask('produce', microphone),
      listener.ask('createTransport', { direction: 'sideways' }),
      listener.ask('createTransport', { direction: 'send', id: 'mine' }),
      listener.ask('nonsense', {}),
      speaker.ask('resumeConsumer', { consumerId: consumer?.consumerId }),
      speaker.ask('produce', microphone),
      speaker.ask('produce', { ...microphone, kind: 'video' }),
      speaker.ask('produce', { ...microphone, id: producerId }),
    ]);
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error))).toEqual([
      'media/unknown', 'media/unknown', 'media/unknown', 'media/invalid', 'media/invalid', 'media/unknown',
      'media/unknown', 'media/invalid', 'media/invalid', 'media/invalid',
    ]);
    // Still heard; a single look may fall between two packets.
    await eventually(async () => expect(await levelOf(listener, ann)).toBeGreaterThan(audible), 2_000);
    for (let left = 30; left > 0; left -= 1) void listener.ask('receive', { nonsense: left }).catch(() => undefined);
    await said(listener, 'disconnect');
  });

  it('is no more than its share', async () => {
    const peer = await room.connect(room.chair);
    const transports = await Promise.all(Array.from({ length: 6 }, () => peer.ask('createTransport', { direction: 'send' })));
    expect(transports.map((answer) => (answer.ok ? 'ok' : answer.error)).sort()).toEqual(['media/busy', 'media/busy', 'ok', 'ok', 'ok', 'ok']);
    const many = await Promise.all(Array.from({ length: 130 }, () => peer.ask('capabilities', {})));
    expect(many.filter(({ ok }) => !ok).length).toBeGreaterThan(0);
    expect(many.filter(({ ok }) => ok).length).toBeGreaterThan(100);
  });

  it('is not larger than 64 KiB', async () => {
    const peer = await room.connect(room.chair);
    void peer.ask('receive', { transportId: 'x'.repeat(70_000) }).catch(() => undefined);
    await said(peer, 'disconnect');
  });
});

describe('the display and the hall', () => {
  it('a projector hears the speaker; a seat in the hall hears nothing', async () => {
    const [ann, projector, seat] = [await room.enter('Ann', 'speaker'), await room.enter('Hall', 'display', 'hall'), await room.enter('Seat', 'attendee', 'hall')];
    await room.say({ type: 'floor.grantTo', data: { participantId: ann, afterTurn: 0 } }, room.chair);
    const [, display, phone] = await Promise.all([room.speaks(ann), room.listens(projector), room.listens(seat)]);
    await eventually(async () => expect(await levelOf(display, ann)).toBeGreaterThan(audible));
    expect(await phone.perceives()).toEqual([]);
  });
});
