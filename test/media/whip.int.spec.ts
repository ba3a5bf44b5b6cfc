import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ParticipantId, Problem } from '@yaji/contracts';
import { createTokens } from '@yaji/platform';
import * as offers from '../../apps/media/src/offers/sdp/offers.fixture.ts';
import type { Track } from '../../apps/media/src/recorder/track/track.ts';
import { eventually } from './eventually.ts';
import { givenEncoder, type GivenEncoder } from './given-encoder.ts';
import type { GivenPeer } from './given-peers.ts';
import { audible, givenRoom, type GivenRoom, levelOf } from './given-room.ts';
import { complaintsAbout, packetsIn } from './track-file.ts';

let room: GivenRoom;
const encoders: GivenEncoder[] = [];
beforeEach(async () => { room = await givenRoom(); });
afterEach(async () => {
  for (const encoder of encoders.splice(0)) encoder.cut();
  await room.close();
});

const newEncoder = (): GivenEncoder => {
  const encoder = givenEncoder();
  encoders.push(encoder);
  return encoder;
};
const door = (roomId: string = room.roomId): string => `${room.url}/whip/${roomId}`;
const red = { codec: 'vp8' as const, colour: 'red', frequency: 440 };

type Asked = { token?: string; body?: string; type?: string; method?: string; headers?: Record<string, string> };
async function ask(url: string, { token, body, type = 'application/sdp', method = 'POST', headers = {} }: Asked): Promise<{ status: number; code: string; answer: Response }> {
  const answer = await fetch(url, { method, headers: { ...(body === undefined ? {} : { 'content-type': type }), ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers }, ...(body === undefined ? {} : { body }) });
  const said = await answer.text();
  return { status: answer.status, code: answer.headers.get('content-type')?.includes('problem+json') ? (JSON.parse(said) as Problem).code : '', answer };
}

const camera = async (listener: GivenPeer) => (await listener.perceives()).find(({ source }) => source === 'camera');
const stage = (does: 'bring' | 'dismiss', participantId: ParticipantId): Promise<void> => room.say({ type: `stage.${does}`, data: { participantId } }, room.chair);
const encoderSessions = async (): Promise<number> => (await room.node.studios.all()).flatMap(({ sessions }) => [...sessions]).filter(({ socketless }) => socketless?.does === 'send').length;

async function tracksOf(participantId: ParticipantId): Promise<Track[]> {
  const folder = join(room.folder, 'rooms', room.roomId, 'tracks');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const all = await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Track));
  return all.filter((track) => track.participantId === participantId);
}
const fileOf = ({ trackId }: Track): string => join(room.folder, 'rooms', room.roomId, 'tracks', `${trackId}.mkv`);

describe('an encoder', () => {
  it('is its person on the stage: seen, heard and recorded while the room lets it, and again without its doing', async () => {
    const [ann, eve] = [await room.enter('Ann', 'speaker'), await room.enter('Eve', 'attendee')];
    const token = await room.keyOf(ann);
    const encoder = newEncoder();
    const early = await encoder.publish({ url: door(), token, ...red });
    expect(early).toMatchObject({ status: 403, said: expect.stringContaining('on the stage first') });

    await room.say({ type: 'recording.start', data: {} }, room.chair);
    await stage('bring', ann);
    expect(await encoder.publish({ url: door(), token, ...red })).toMatchObject({ status: 201, location: expect.stringMatching(`^/whip/${room.roomId}/[0-9a-f-]{36}$`), etag: expect.stringMatching(/^".+"$/) });
    const listener = await room.listens(eve, true);
    await eventually(async () => expect((await camera(listener))?.colour?.v).toBeGreaterThan(200));
    expect(await levelOf(listener, ann)).toBe(0);
    await room.say({ type: 'floor.grantTo', data: { participantId: ann, afterTurn: 0 } }, room.chair);
    await eventually(async () => expect(await levelOf(listener, ann)).toBeGreaterThan(audible));

    await eventually(async () => expect((await tracksOf(ann)).filter(({ writtenMs }) => writtenMs > 500)).toHaveLength(2));
    await room.say({ type: 'floor.end', data: { turn: 1 } }, room.chair);
    await stage('dismiss', ann);
    await eventually(async () => expect(await listener.perceives()).toEqual([]));
    expect(await encoder.state()).toBe('connected');
    await stage('bring', ann);
    await eventually(async () => expect((await camera(listener))?.frames).toBeGreaterThan(10));

    await room.say({ type: 'member.remove', data: { participantId: ann } }, room.chair);
    await eventually(async () => expect(await encoder.state()).toMatch(/closed|disconnected|failed/));
    expect(await encoderSessions()).toBe(0);
    expect(await encoder.publish({ url: door(), token, ...red })).toMatchObject({ status: 403 });

    await eventually(async () => expect((await tracksOf(ann)).map(({ endedAtMs }) => typeof endedAtMs)).toEqual(['number', 'number', 'number']));
    const tracks = await tracksOf(ann);
    expect(tracks.map(({ source, codec }) => `${source} ${codec}`).sort()).toEqual(['camera vp8', 'camera vp8', 'microphone opus']);
    for (const track of tracks) {
      expect((await packetsIn(fileOf(track))).length).toBeGreaterThan(5);
      expect(await complaintsAbout(fileOf(track), [])).toBe('');
    }
  });

  it('gives way to a later one of the same person, stops when told with its own key, and when its key is taken back', async () => {
    const [ann, bob] = [await room.enter('Ann', 'speaker'), await room.enter('Bob', 'speaker')];
    await room.say({ type: 'recording.start', data: {} }, room.chair);
    await stage('bring', ann);
    const [first, second] = [newEncoder(), newEncoder()];
    const token = await room.keyOf(ann);
    const posted = await first.publish({ url: door(), token, ...red });
    const session = new URL(posted.location ?? '', room.url).href;
    const strangers = [await room.keyOf(bob), await room.keyOf(ann), await room.passOf(ann), undefined];
    const deleted = await Promise.all(strangers.map((stranger) => ask(session, { method: 'DELETE', ...(stranger === undefined ? {} : { token: stranger }) })));
    expect(deleted.map(({ status }) => status)).toEqual([404, 404, 401, 401]);
    const patch = (more: Asked) => ask(session, { method: 'PATCH', token, body: 'a=ice-ufrag:abCD\r\n', type: 'application/trickle-ice-sdpfrag', ...more });
    const patched = [await patch({ headers: { 'if-match': posted.etag ?? '' } }), await patch({}), await patch({ headers: { 'if-match': '"another"' } }), await patch({ headers: { 'if-match': '*' } }), await patch({ type: 'application/sdp' }), await patch({ token: strangers[0] ?? '' })];
    expect(patched.map(({ status }) => status)).toEqual([204, 428, 412, 422, 415, 404]);
    await eventually(async () => expect(await first.state()).toBe('connected'));

    expect(await second.publish({ url: door(), token, ...red, codec: 'h264', noSound: true })).toMatchObject({ status: 201 });
    await eventually(async () => expect(await first.state()).toMatch(/closed|disconnected|failed/));
    expect(await encoderSessions()).toBe(1);
    await eventually(async () => expect((await tracksOf(ann)).some(({ codec, writtenMs }) => codec === 'h264' && writtenMs > 500)).toBe(true));
    expect((await ask(session, { method: 'DELETE', token })).status).toBe(404);
    expect(await second.end()).toBe(200);
    expect(await encoderSessions()).toBe(0);
    await eventually(async () => expect(await second.state()).toMatch(/closed|disconnected|failed/));

    const third = newEncoder();
    expect(await third.publish({ url: door(), token, ...red })).toMatchObject({ status: 201 });
    room.keys.clear();
    await eventually(async () => expect(await encoderSessions()).toBe(0), 5_000);
    expect(await third.publish({ url: door(), token, ...red })).toMatchObject({ status: 401 });
  });

  it('brings in somebody who is not here yet, but nobody from the hall and nobody whom the room has not let in', async () => {
    const [ann, dan] = [await room.enter('Ann', 'speaker'), await room.enter('Dan', 'speaker', 'hall')];
    await stage('bring', dan);
    await room.say({ type: 'member.leave', data: {} }, ann);
    const answers = await Promise.all([ann, dan, randomUUID() as ParticipantId].map(async (person) => ask(door(), { token: await room.keyOf(person), body: offers.obs })));
    expect(answers.map(({ code }) => code)).toEqual(['ingest/may-not-send', 'ingest/in-the-hall', 'ingest/not-admitted']);
    await stage('bring', ann);
    expect((await ask(door(), { token: await room.keyOf(ann), body: offers.gstreamer })).status).toBe(201);
  });
});

describe('the door for encoders', () => {
  it('opens to a key of ours for this room, and to an offer that makes sense', async () => {
    const ann = await room.enter('Ann', 'speaker');
    await stage('bring', ann);
    const token = await room.keyOf(ann);
    const ids = { roomId: room.roomId, participantId: ann, ingestId: randomUUID() };
    const foreign = await createTokens('another secret of more than thirty-two characters').signIngest(ids, Date.now() + 60_000);
    const closed = [undefined, '', 'nonsense', foreign, await room.passOf(ann), await createTokens('a secret of more than thirty-two characters').signIngest(ids, Date.now() + 60_000)];
    for (const key of closed) expect(await ask(door(), { body: offers.obs, ...(key === undefined ? {} : { token: key }) })).toMatchObject({ status: 401, code: 'ingest/unauthorised' });
    for (const elsewhere of [randomUUID(), 'no-uuid']) expect(await ask(door(elsewhere), { token, body: offers.obs })).toMatchObject({ status: 401, code: 'ingest/unauthorised' });

    const offered = [
      { body: 'nonsense' }, { body: offers.unbundled }, { body: offers.nameless }, { body: offers.obs.replace('opus/48000/2', 'opus/none/2') }, { body: offers.obs.replaceAll('sha-256', 'sha-3') },
      { body: `v=0\r\n${'a=x\r\n'.repeat(14_000)}` }, { body: offers.obs, type: 'text/plain' },
    ];
    const answers = [];
    for (const one of offered) answers.push((await ask(door(), { token, ...one })).status);
    expect(answers).toEqual([400, 400, 422, 400, 422, 413, 415]);
    expect(await encoderSessions()).toBe(0);

    const options = await ask(door(), { method: 'OPTIONS' });
    expect(options.status).toBe(204);
    expect(options.answer.headers.get('accept-post')).toBe('application/sdp');
    expect(options.answer.headers.get('access-control-allow-origin')).toBe('*');
    expect((await ask(door(), { method: 'GET', token })).status).toBe(405);

    const made = await ask(door(), { token, body: offers.chromium });
    expect(made.status).toBe(201);
    const many = await Promise.all(Array.from({ length: 30 }, () => ask(door(), { token, body: 'nonsense' })));
    expect(many.filter(({ status }) => status === 429).length).toBeGreaterThan(5);
    expect(many.find(({ status }) => status === 429)?.answer.headers.get('retry-after')).toBe('60');
  });
});
