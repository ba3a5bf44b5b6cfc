import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Joined, MicrophoneId } from '@yaji/contracts';
import { openMessaging } from '@yaji/messaging';
import { Redis } from 'ioredis';
import { io } from 'socket.io-client';
import { freshDatabase, services } from '../support/services.ts';
import { type Api, joinBy, makeSalon, personalLink, programme, type Salon, startApi } from './api.ts';
import { type Client, connect, refusalOf, sit } from './client.ts';

let api: Api;
const open: Client[] = [];

const enter = async (joined: Joined, roomId: string, place?: 'remote' | 'hall'): Promise<Client> => {
  const client = await sit(api.url, joined, { roomId, ...(place ? { place } : {}) });
  open.push(client);
  return client;
};
const knock = (joined: Joined, roomId: string, token = joined.token): Client => {
  const client = connect(api.url, joined, { roomId, token });
  open.push(client);
  return client;
};
const by = (salon: Salon, id: string) => joinBy(api.url, personalLink(salon, id));
const guest = (salon: Salon, name: string) => joinBy(api.url, salon.links.attendee, name);

describe('the live gateway', () => {
  beforeAll(async () => {
    api = await startApi({ DATABASE_URL: await freshDatabase(), REDIS_URL: (await services()).redisUrl });
  });
  afterAll(() => api.close());
  afterEach(() => { for (const client of open.splice(0)) client.close(); });

  it('opens the room from the plan and tells everybody the same', async () => {
    const salon = await makeSalon(api.url);
    const chair = await enter(await by(salon, 'chair'), salon.roomId);
    const ann = await enter(await by(salon, 'ann'), salon.roomId);
    const eve = await enter(await guest(salon, 'Eve Tester'), salon.roomId);
    expect(chair.room).toMatchObject({ phase: 'open', title: { en: 'Main' }, languages: ['en', 'zh-CN'] });
    expect(chair.me?.role).toBe('moderator');
    expect(eve.me?.role).toBe('attendee');

    expect(await ann.say('floor.request', {})).toMatchObject({ ok: true });
    const granted = await chair.say('floor.grantNext', { afterTurn: 0 });
    expect(granted.ok).toBe(true);
    for (const client of [chair, ann, eve]) {
      await client.until(({ seq }) => seq === granted.seq);
      expect(client.room.floor.current?.participantId).toBe(ann.me?.participantId);
    }
    expect(eve.room).toEqual(ann.room);
  });

  it('answers a resend as the first time', async () => {
    const salon = await makeSalon(api.url);
    const ann = await enter(await by(salon, 'ann'), salon.roomId);
    const commandId = randomUUID();
    const first = await ann.say('floor.request', {}, { commandId });
    expect(await ann.say('floor.request', {}, { commandId })).toEqual(first);
    await ann.until(({ seq }) => seq === first.seq);
    expect(ann.room.floor.queue).toHaveLength(1);
  });

  it('refuses by role, by room, by shape, and stays connected', async () => {
    const salon = await makeSalon(api.url);
    const other = await makeSalon(api.url);
    await enter(await by(salon, 'chair'), salon.roomId);
    const eve = await enter(await guest(salon, 'Eve Tester'), salon.roomId);
    expect(refusalOf(await eve.say('floor.grantNext', { afterTurn: 0 }))).toBe('member/role-may-not');
    expect(refusalOf(await eve.say('floor.request', {}, { roomId: other.roomId }))).toBe('socket/not-in-room');
    expect(refusalOf(await eve.say('floor.request', { role: 'owner' }))).toBe('contract/invalid');
    expect(refusalOf(await eve.say('room.tick', {}))).toBe('contract/unknown-command');
    expect(refusalOf(await eve.say('member.enter', {}))).toBe('contract/unknown-command');
    expect(refusalOf(await eve.say('__proto__', {}))).toBe('contract/unknown-command');
    for (const body of [null, [], 'x', 7, { __proto__: { roomId: 1 } }]) {
      expect(await eve.socket.timeout(2_000).emitWithAck('command', body)).toMatchObject({ ok: false, refusal: { code: 'contract/invalid' } });
    }
    expect(eve.socket.connected).toBe(true);
  });

  it('survives every name and shape of message', async () => {
    const salon = await makeSalon(api.url);
    const eve = await enter(await by(salon, 'ann'), salon.roomId);
    const before = eve.seq;
    for (const name of ['error', '__proto__', 'constructor', 'toString', 'snapshot', 'nothing']) eve.socket.emit(name, { a: 1 });
    for (const name of ['command', 'catchUp', 'mediaPass', 'reaction', 'time']) eve.socket.emit(name);
    await eve.until(({ notices }) => notices.filter((notice) => notice.name === 'refused').length >= 6);
    expect(await eve.socket.timeout(2_000).emitWithAck('nothing', 1)).toMatchObject({ ok: false, refusal: { code: 'contract/unknown-command' } });
    expect(eve.socket.connected).toBe(true);
    expect(eve.seq).toBe(before);
  });

  it('lets nobody in with a forged, expired or strange token, nor into another salon’s room', async () => {
    const salon = await makeSalon(api.url);
    const other = await makeSalon(api.url);
    const ann = await by(salon, 'ann');
    const claims = { salonId: salon.salonId, participantId: ann.participantId, invitationId: randomUUID() };
    const expired = await api.tokens.signSession({ ...claims }, Date.now() - 60_000);
    const unknownLink = await api.tokens.signSession(claims, Date.now() + 60_000);
    const pass = await api.tokens.signMediaPass({ roomId: salon.roomId, participantId: ann.participantId });
    const code = async (joined: Joined, roomId: string, token?: string): Promise<unknown> => {
      const client = knock(joined, roomId, token);
      return new Promise((resolve) => { client.socket.once('connect_error', (error) => { resolve((error as { data?: { code?: string } }).data?.code); }); });
    };
    for (const token of ['', 'x', expired, unknownLink, pass, `${ann.token.slice(0, -3)}abc`]) expect(await code(ann, salon.roomId, token)).toBe('live/unauthorised');
    expect(await code(ann, other.roomId)).toBe('live/not-found');
    expect(await code(ann, randomUUID())).toBe('live/not-found');
    expect(await code(ann, 'no-uuid')).toBe('live/unauthorised');
  });

  it('closes a connection that sends too much at once, and stays up', async () => {
    const salon = await makeSalon(api.url);
    const ann = await enter(await by(salon, 'ann'), salon.roomId);
    ann.socket.emit('command', { text: 'x'.repeat(70_000) });
    await ann.until(({ socket }) => !socket.connected);
    const again = await enter(await by(salon, 'ann'), salon.roomId);
    expect((await again.say('floor.request', {})).ok).toBe(true);
  });

  it('gives each socket a credit, and shows out who does not mind it', async () => {
    const salon = await makeSalon(api.url);
    await enter(await by(salon, 'chair'), salon.roomId);
    const eve = await enter(await guest(salon, 'Eve Tester'), salon.roomId);
    const acks = await Promise.all(Array.from({ length: 40 }, () => eve.say('floor.request', {})));
    expect(acks.filter((ack) => refusalOf(ack) === 'socket/too-fast').length).toBeGreaterThanOrEqual(19);
    expect(eve.socket.connected).toBe(true);
    for (let n = 0; n < 200; n += 1) eve.socket.emit('command', {});
    await eve.until(({ socket }) => !socket.connected);
  });

  it('keeps a question from the others until it is approved, and its asker if anonymous', async () => {
    const salon = await makeSalon(api.url);
    const chair = await enter(await by(salon, 'chair'), salon.roomId);
    const eve = await enter(await guest(salon, 'Eve Tester'), salon.roomId);
    const max = await enter(await guest(salon, 'Max Tester'), salon.roomId);
    const asked = await eve.say('question.ask', { text: 'Who pays?', anonymous: true });
    for (const client of [chair, eve, max]) await client.until(({ seq }) => seq >= asked.seq);
    expect(eve.room.questions).toMatchObject([{ text: 'Who pays?', askedBy: eve.me?.participantId }]);
    expect(chair.room.questions).toMatchObject([{ text: 'Who pays?', askedBy: null }]);
    expect(max.room.questions).toEqual([]);
    expect(JSON.stringify(max.notices)).not.toContain('Who pays?');

    const [question] = chair.room.questions;
    const approved = await chair.say('question.approve', { questionId: question?.questionId });
    for (const client of [chair, eve, max]) await client.until(({ seq }) => seq >= approved.seq);
    expect(max.room.questions).toMatchObject([{ text: 'Who pays?', askedBy: null }]);
    expect(JSON.stringify([max.notices, chair.notices])).not.toMatch(new RegExp(`askedBy":"${eve.me?.participantId}`));
    expect(eve.room.questions).toMatchObject([{ askedBy: eve.me?.participantId }]);
  });

  it('keeps the lobby apart until the moderator answers', async () => {
    const salon = await makeSalon(api.url, programme({}, { lobby: ['attendee'] }));
    const chair = await enter(await by(salon, 'chair'), salon.roomId);
    const eve = knock(await guest(salon, 'Eve Tester'), salon.roomId);
    const max = knock(await guest(salon, 'Max Tester'), salon.roomId);
    await eve.until(({ standing }) => standing?.state === 'waiting');
    await max.until(({ standing }) => standing?.state === 'waiting');
    await chair.until(({ room }) => Object.values(room.members).filter(({ standing }) => standing === 'waiting').length === 2);
    expect(refusalOf(await eve.say('floor.request', {}))).toBe('member/not-admitted');
    expect(eve.notices.some(({ name }) => name === 'snapshot' || name === 'events')).toBe(false);
    expect(await eve.socket.timeout(2_000).emitWithAck('mediaPass')).toMatchObject({ refusal: { code: 'member/not-admitted' } });
    const [eveMember, maxMember] = ['Eve Tester', 'Max Tester'].map((name) => Object.values(chair.room.members).find((member) => member.name?.['en'] === name));
    await chair.say('member.admit', { participantId: eveMember?.participantId });
    await eve.until(({ me }) => me?.role === 'attendee');
    await chair.say('member.decline', { participantId: maxMember?.participantId, message: 'Tomorrow, please' });
    await max.until(({ standing }) => standing?.state === 'declined');
    expect(max.standing?.message).toBe('Tomorrow, please');
    const granted = await eve.say('floor.request', {});
    await chair.until(({ seq }) => seq >= granted.seq);
    expect(max.notices.some(({ name }) => name === 'snapshot' || name === 'events')).toBe(false);
  });

  it('gives a fresh view to who is given another role', async () => {
    const salon = await makeSalon(api.url);
    const chair = await enter(await by(salon, 'chair'), salon.roomId);
    const ann = await enter(await by(salon, 'ann'), salon.roomId);
    const eve = await enter(await guest(salon, 'Eve Tester'), salon.roomId);
    await eve.say('question.ask', { text: 'Still hidden?', anonymous: false });
    expect(JSON.stringify(ann.room)).not.toContain('Still hidden?');
    await chair.say('member.setRole', { participantId: ann.me?.participantId, role: 'moderator' });
    await ann.until(({ me }) => me?.role === 'moderator');
    expect(ann.notices.some(({ name }) => name === 'resync')).toBe(true);
    expect(ann.room.questions).toMatchObject([{ text: 'Still hidden?' }]);
    await ann.say('member.setRole', { participantId: chair.me?.participantId, role: 'speaker' });
    await chair.until(({ me }) => me?.role === 'speaker');
    expect(chair.room.questions).toEqual([]);
    expect(refusalOf(await chair.say('floor.closeList', {}))).toBe('member/role-may-not');
  });

  it('shows out who is removed, and keeps him out', async () => {
    const salon = await makeSalon(api.url);
    const chair = await enter(await by(salon, 'chair'), salon.roomId);
    const joined = await guest(salon, 'Eve Tester');
    const eve = await enter(joined, salon.roomId);
    await chair.say('member.remove', { participantId: joined.participantId });
    await eve.until(({ socket, standing }) => !socket.connected && standing?.state === 'removed', 1_000);
    const again = knock(joined, salon.roomId);
    await again.until(({ socket, standing }) => !socket.connected && standing?.state === 'removed');
    expect(again.me).toBeNull();
  });

  it('holds attendees before the doors and lets them in with the first who may open them', async () => {
    const salon = await makeSalon(api.url, programme({ startsAt: new Date(Date.now() + 7_200_000).toISOString() }));
    const eve = knock(await guest(salon, 'Eve Tester'), salon.roomId);
    await eve.until(({ standing }) => standing?.state === 'not-open-yet');
    expect(eve.standing?.opensAt).toBeGreaterThan(Date.now());
    await enter(await by(salon, 'ann'), salon.roomId);
    await eve.until(({ me }) => me?.role === 'attendee');
  });

  it('catches up by events, or by a snapshot', async () => {
    const salon = await makeSalon(api.url);
    const ann = await enter(await by(salon, 'ann'), salon.roomId);
    const ack = await ann.say('floor.request', {});
    const ask = (after: unknown) => ann.socket.timeout(2_000).emitWithAck('catchUp', { after });
    expect(await ask(ack.seq - 1)).toMatchObject({ events: [{ seq: ack.seq, type: 'FloorRequested' }] });
    expect(await ask(ack.seq)).toEqual({ events: [] });
    for (const after of [ack.seq + 1, -1, 0.5, 'x', null]) expect(await ask(after)).toMatchObject({ snapshot: { seq: ack.seq } });
    expect(await ann.socket.timeout(2_000).emitWithAck('time')).toEqual({ now: expect.any(Number) });
  });

  it('passes people on to a media node, but not seats in the hall; its display and its microphones', async () => {
    const salon = await makeSalon(api.url, programme({}, { microphones: [{ microphoneId: 'front', title: { en: 'Front' } }] }));
    const ann = await enter(await by(salon, 'ann'), salon.roomId);
    const anns = { roomId: salon.roomId, participantId: ann.me?.participantId };
    const [passed, { url }] = await Promise.all([ann.socket.emitWithAck('mediaPass'), ann.socket.emitWithAck('streamPass')]) as [{ url: string; token: string }, { url: string }];
    expect([passed.url, await api.tokens.verifyMediaPass(passed.token)]).toEqual([api.configuration.mediaUrl, anns]);
    expect(await api.tokens.verifyStreamPass(url.replace(`${passed.url}/stream/`, '').replace('/index.m3u8', ''))).toEqual(anns);
    const seat = await enter(await guest(salon, 'Eve Tester'), salon.roomId, 'hall');
    for (const message of ['mediaPass', 'streamPass'] as const) expect(await seat.socket.timeout(2_000).emitWithAck(message)).toMatchObject({ refusal: { code: 'member/role-may-not' } });
    const usher = await enter(await joinBy(api.url, salon.links.usher, 'Ulla Tester'), salon.roomId, 'hall');
    expect(await usher.socket.timeout(2_000).emitWithAck('mediaPass')).toMatchObject({ refusal: { code: 'member/role-may-not' } });
    const plugged = await usher.say('stage.plugIn', { microphoneId: MicrophoneId.parse('front') });
    await usher.until(({ seq }) => seq >= plugged.seq);
    expect(await usher.socket.timeout(2_000).emitWithAck('mediaPass')).toMatchObject({ url: api.configuration.mediaUrl });
    const display = await enter(await joinBy(api.url, salon.links.hall), salon.roomId, 'hall');
    expect(await display.socket.timeout(2_000).emitWithAck('mediaPass')).toMatchObject({ url: api.configuration.mediaUrl });
  });

  it('passes on what other programs say of a room to those whom it concerns', async () => {
    const salon = await makeSalon(api.url);
    const chair = await enter(await by(salon, 'chair'), salon.roomId);
    const ann = await enter(await by(salon, 'ann'), salon.roomId);
    const eve = await enter(await guest(salon, 'Eve Tester'), salon.roomId);
    const messaging = openMessaging((await services()).redisUrl, () => undefined);
    const redis = new Redis((await services()).redisUrl);
    await messaging.whenThere(2_000);
    const participantId = ann.me?.participantId;
    const ofRecording = ({ notices }: typeof chair) => notices.filter(({ name }) => name === 'recordingTrouble').map(({ words }) => words);
    const trouble = { kind: 'broke-off', participantId, media: 'audio' };
    const ofRecord = [[{ kind: 'broke-off' }], [trouble]].map((troubles) => ({ kind: 'recordingTrouble', troubles }));
    for (const said of ['no json', ...[{ kind: 'notHeard', participantId, since: 5 }, ...ofRecord].map((notice) => JSON.stringify(notice))]) await redis.publish(`notice.${salon.roomId}`, said);
    const progress = { jobId: 'j', name: 'minutes-render' as const, state: 'running' as const, percent: 40, leftMs: null, step: 'writing', error: null };
    await messaging.jobNews.tell(salon.roomId, progress);
    for (const client of [chair, ann]) await client.until(({ notices }) => notices.some((notice) => notice.name === 'notHeard' && notice.words.participantId === participantId && notice.words.since === 5));
    await chair.until(({ notices }) => notices.some((notice) => notice.name === 'jobs' && notice.words[0]?.percent === 40) && ofRecording(chair).length > 0);
    expect([ofRecording(chair), ofRecording(ann), ofRecording(eve)]).toEqual([[[trouble]], [], []]);
    expect([...ann.notices.filter(({ name }) => name === 'jobs'), ...eve.notices.filter(({ name }) => name === 'jobs' || name === 'notHeard')]).toEqual([]);
    await Promise.all([messaging.close(), redis.quit()]);
  });

  it('sends everybody of a room to the same media node, whatever its load', async () => {
    const salon = await makeSalon(api.url);
    const ann = await enter(await by(salon, 'ann'), salon.roomId);
    const messaging = openMessaging((await services()).redisUrl, () => undefined);
    await messaging.whenThere(2_000);
    const url = async (): Promise<string> => ((await ann.socket.timeout(2_000).emitWithAck('mediaPass')) as { url: string }).url;
    await messaging.mediaNodes.announce({ nodeId: 'busy', url: 'http://busy.test', load: 0.6 });
    await messaging.mediaNodes.announce({ nodeId: 'calm', url: 'http://calm.test', load: 0.1 });
    const first = await url();
    expect(['http://busy.test', 'http://calm.test']).toContain(first);
    await messaging.mediaNodes.announce({ nodeId: 'busy', url: 'http://busy.test', load: 0 });
    await messaging.mediaNodes.announce({ nodeId: 'calm', url: 'http://calm.test', load: 0.6 });
    expect(await url()).toBe(first);
    for (const nodeId of ['busy', 'calm']) await messaging.mediaNodes.withdraw(nodeId);
    expect(await url()).toBe(api.configuration.mediaUrl);
    await messaging.close();
  });

  it('lets no page of another origin in', async () => {
    const salon = await makeSalon(api.url);
    const joined = await by(salon, 'ann');
    const from = (origin: string): Promise<boolean> => new Promise((resolve) => {
      const socket = io(`${api.url}/live`, { auth: { token: joined.token, roomId: salon.roomId }, transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { origin } });
      socket.once('connect', () => { resolve(true); });
      socket.once('connect_error', () => { resolve(false); });
      setTimeout(() => socket.disconnect(), 1_500).unref();
    });
    expect(await from('https://evil.example')).toBe(false);
    expect(await from(api.url)).toBe(true);
  });

  it('counts heads and applause', async () => {
    const salon = await makeSalon(api.url);
    const ann = await enter(await by(salon, 'ann'), salon.roomId);
    const eve = await enter(await guest(salon, 'Eve Tester'), salon.roomId, 'hall');
    await ann.until(({ notices }) => notices.some((notice) => notice.name === 'presence' && notice.words.remote === 1 && notice.words.hall === 1));
    for (const kind of ['applause', 'applause', 'applause', 'boo']) eve.socket.emit('reaction', { kind });
    await ann.until(({ notices }) => notices.some((notice) => notice.name === 'reactions' && notice.words.applause === 3));
  });
});
