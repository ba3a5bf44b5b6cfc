import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Aftermath, Booklet, Invitation, InvitationSeen, Joined, Me, Problem, SalonCard, SeatLink, Told } from '@yaji/contracts';
import { ClipEntity, dataSource, PublicationEntity, SalonEntity } from '@yaji/persistence';
import { fileId, localStorage, operatorKey } from '@yaji/platform';
import { freshDatabase, services } from '../support/services.ts';
import { type Api, call, invitationIn, joinBy, makeSalon, personalLink, programme, secret, startApi } from './api.ts';
import { connect, sit } from './client.ts';

let api: Api;
let database: ReturnType<typeof dataSource>;

const operator = operatorKey(secret);
const post = <T = Problem>(path: string, body: unknown, bearer?: string) => call<T>(api.url, path, { method: 'POST', body, ...(bearer === undefined ? {} : { bearer }) });
const get = <T = Problem>(path: string, bearer?: string) => call<T>(api.url, path, bearer === undefined ? {} : { bearer });

describe('the REST doors', () => {
  beforeAll(async () => {
    const url = await freshDatabase();
    api = await startApi({ DATABASE_URL: url, REDIS_URL: (await services()).redisUrl });
    database = await dataSource({ url }).initialize();
  });
  afterAll(async () => {
    await api.close();
    await database.destroy();
  });

  describe('salons', () => {
    it('are made of a programme and shown as a booklet', async () => {
      const salon = await makeSalon(api.url);
      const { body } = await get<Booklet>(`/api/salons/${salon.salonId}`);
      expect(body).toMatchObject({ title: { en: 'A test' }, state: 'live', timeZone: 'Asia/Shanghai', summary: null });
      expect(body.people.map(({ name }) => name['en'])).toEqual(['Chair Tester', 'Ann Tester', 'Bob Tester']);
      const [room] = body.rooms;
      expect(room).toMatchObject({ roomId: salon.roomId, open: false, closed: false, hasRecording: false, hasMinutes: false });
      expect(room?.agenda[0]?.speakers).toEqual(body.people.slice(1).map(({ participantId }) => participantId));
      expect((await get<SalonCard[]>('/api/salons')).body.map(({ salonId }) => salonId)).toContain(salon.salonId);
      const unlisted = await makeSalon(api.url, programme({ listed: false }));
      expect((await get<SalonCard[]>('/api/salons')).body.map(({ salonId }) => salonId)).not.toContain(unlisted.salonId);
    });

    it('are made whole or not at all, with every fault and its path', async () => {
      const count = () => database.getRepository(SalonEntity).count();
      const before = await count();
      const shape = await post('/api/salons', { ...programme(), title: {}, seats: 4, rooms: [] }, operator);
      expect(shape.status).toBe(400);
      expect(shape.body.faults?.map(({ path }) => path).sort()).toEqual(['rooms', 'seats', 'title']);
      const [room] = programme().rooms;
      const people = [{ id: 'ann', name: { en: 'Ann' }, role: 'speaker', organisation: 'nowhere' }, { id: 'ann', name: { en: 'Ann' }, role: 'speaker' }];
      const wrong = { ...programme({ people, timeZone: 'Mars/Olympus' }), rooms: [{ ...room, agenda: [{ ...room?.agenda[0], speakers: ['ann', 'zoe'], startsAt: '2001-01-01T00:00:00Z' }] }] };
      const references = await post('/api/salons', wrong, operator);
      expect(references.body).toMatchObject({ code: 'contract/invalid' });
      expect(references.body.faults?.map(({ path }) => path).sort()).toEqual(['people.0.organisation', 'people.1.id', 'rooms.0.agenda.0.speakers.1', 'rooms.0.agenda.0.startsAt', 'timeZone']);
      expect((await post('/api/salons', '{"title":', operator)).body.code).toBe('contract/invalid');
      expect((await post('/api/salons', { title: { en: 'x'.repeat(1_100_000) } }, operator)).status).toBe(413);
      expect(await count()).toBe(before);
    });

    it('are made by the operator alone', async () => {
      const salon = await makeSalon(api.url);
      const chair = await joinBy(api.url, personalLink(salon, 'chair'));
      for (const bearer of [undefined, '', 'x', chair.token, operatorKey('another secret of more than 32 characters')]) {
        expect(await post('/api/salons', programme(), bearer)).toMatchObject({ status: 401, body: { code: 'door/unauthorised' } });
      }
    });

    it('come as a calendar entry', async () => {
      const salon = await makeSalon(api.url, programme({ startsAt: '2027-03-01T09:30:00+08:00', title: { en: 'Salon, with; marks', 'zh-CN': '雅集' } }));
      const english = await get<string>(`/api/salons/${salon.salonId}/calendar.ics`);
      expect(english.headers.get('content-type')).toContain('text/calendar');
      expect(english.body).toContain('DTSTART:20270301T013000Z');
      expect(english.body).toContain('DTEND:20270301T023000Z');
      expect(english.body).toContain(`UID:${salon.salonId}@yaji`);
      expect(english.body).toContain('SUMMARY:Salon\\, with\\; marks');
      expect((await get<string>(`/api/salons/${salon.salonId}/calendar.ics?language=zh-CN`)).body).toContain('SUMMARY:雅集');
    });

    it('answer 404 to what is not there, and a problem to what is no id', async () => {
      expect((await get(`/api/salons/${randomUUID()}`)).body.code).toBe('door/not-found');
      expect((await get('/api/salons/no-uuid')).status).toBe(400);
      expect((await get('/api/nothing')).body.code).toBe('door/not-found');
    });
  });

  describe('joining', () => {
    it('needs a name where the link is not made out to a person', async () => {
      const salon = await makeSalon(api.url);
      expect((await post('/api/join', { invitation: invitationIn(salon.links.attendee) })).body).toMatchObject({ code: 'join/name-needed', faults: [{ path: 'name' }] });
      expect(await joinBy(api.url, salon.links.attendee, 'Eve Tester')).toMatchObject({ role: 'attendee', name: { en: 'Eve Tester' } });
      expect(await joinBy(api.url, personalLink(salon, 'ann'))).toMatchObject({ role: 'speaker', name: { en: 'Ann Tester' } });
      expect(await joinBy(api.url, salon.links.hall)).toMatchObject({ role: 'display' });
    });

    it('keeps who one is in the same browser, by the same link', async () => {
      const salon = await makeSalon(api.url);
      const eve = await joinBy(api.url, salon.links.attendee, 'Eve Tester');
      const invitation = invitationIn(salon.links.attendee);
      expect((await post<Joined>('/api/join', { invitation, name: { en: 'Eve Tester' } }, eve.token)).body.participantId).toBe(eve.participantId);
      expect((await post<Joined>('/api/join', { invitation, name: { en: 'Eve Tester' } })).body.participantId).not.toBe(eve.participantId);
      const raised = await post<Joined>('/api/join', { invitation: invitationIn(salon.links.moderator), name: { en: 'Eve Tester' } }, eve.token);
      expect(raised.body).toMatchObject({ role: 'moderator' });
      expect(raised.body.participantId).not.toBe(eve.participantId);
    });

    it('tells whom a link is for, and nothing of links that are none', async () => {
      const salon = await makeSalon(api.url);
      expect((await get<InvitationSeen>('/api/invitation', invitationIn(personalLink(salon, 'ann')))).body).toEqual({ salonId: salon.salonId, role: 'speaker', participantId: salon.people.find(({ id }) => id === 'ann')?.participantId, name: { en: 'Ann Tester' }, organisation: { en: 'Park of Tests' } });
      const session = (await joinBy(api.url, personalLink(salon, 'ann'))).token;
      const unknown = await api.tokens.signInvitation({ invitationId: randomUUID(), salonId: salon.salonId }, Date.now() + 60_000);
      for (const token of ['x', session, unknown]) {
        expect(await get('/api/invitation', token)).toMatchObject({ status: 401, body: { code: 'invitation/invalid' } });
        expect(await post('/api/join', { invitation: token, name: { en: 'Eve' } })).toMatchObject({ status: 401, body: { code: 'invitation/invalid' } });
      }
    });

    it('leads from the display to a seat in the hall, until that link is taken back', async () => {
      const salon = await makeSalon(api.url);
      const path = `/api/rooms/${salon.roomId}/seat`;
      const display = (await joinBy(api.url, salon.links.hall)).token;
      const { body: { url } } = await get<SeatLink>(path, display);
      const said = new URLSearchParams(new URL(url).hash.slice(1));
      expect([said.get('to'), said.get('room')]).toEqual(['seat', salon.roomId]);
      expect((await post<Joined>('/api/join', { invitation: said.get('invitation'), name: { en: 'Eve Tester' } })).body).toMatchObject({ role: 'attendee', salonId: salon.salonId });
      expect(new URLSearchParams(new URL(salon.links.seat).hash.slice(1)).get('to')).toBe('seat');
      expect((await get<SeatLink>(path, (await joinBy(api.url, salon.links.usher, 'Ulla Tester')).token)).status).toBe(200);
      const other = await makeSalon(api.url);
      for (const [address, token] of [[path, (await joinBy(api.url, personalLink(salon, 'ann'))).token], [`/api/rooms/${other.roomId}/seat`, display]] as const) expect((await get(address, token)).status).toBe(404);
      const chair = (await joinBy(api.url, personalLink(salon, 'chair'))).token;
      const links = `/api/salons/${salon.salonId}/invitations`;
      await post<Invitation>(links, { role: 'attendee' }, chair);
      const { body: all } = await get<Invitation[]>(links, chair);
      const made = new Set(all.filter(({ role, participantId }) => role === 'attendee' && participantId === null).map(({ invitationId }) => invitationId));
      for (const invitationId of [...made].slice(1)) await call(api.url, `${links}/${invitationId}`, { method: 'DELETE', bearer: chair });
      // What is left was made by a moderator for somebody: no display shows it.
      expect((await get(path, display)).status).toBe(404);
    });

    it('answers who one is', async () => {
      const salon = await makeSalon(api.url);
      const ann = await joinBy(api.url, personalLink(salon, 'ann'));
      expect((await get<Me>('/api/me', ann.token)).body).toEqual({ participantId: ann.participantId, salonId: salon.salonId, role: 'speaker', name: { en: 'Ann Tester' }, organisation: { en: 'Park of Tests' } });
      expect((await get('/api/me')).status).toBe(401);
    });

    it('is limited per address', async () => {
      const narrow = await startApi({ DATABASE_URL: api.configuration.databaseUrl, REDIS_URL: api.configuration.redisUrl, YAJI_JOINS_PER_MINUTE: '5' });
      const codes = [];
      for (let n = 0; n < 8; n += 1) codes.push((await call(narrow.url, '/api/invitation', { bearer: 'x' })).status);
      expect(codes).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
      await narrow.close();
    });
  });

  describe('invitations', () => {
    it('are for moderators of the salon alone', async () => {
      const salon = await makeSalon(api.url);
      const other = await makeSalon(api.url);
      const ann = await joinBy(api.url, personalLink(salon, 'ann'));
      const stranger = await joinBy(api.url, personalLink(other, 'chair'));
      const path = `/api/salons/${salon.salonId}/invitations`;
      for (const { token } of [ann, stranger]) {
        expect((await get(path, token)).status).toBe(404);
        expect((await post(path, { role: 'attendee' }, token)).status).toBe(404);
        expect((await call(api.url, `${path}/${randomUUID()}`, { method: 'DELETE', bearer: token })).status).toBe(404);
      }
      expect((await get(path)).status).toBe(401);
    });

    it('are made, listed and taken back; who came by one is shown out and kept out', async () => {
      const salon = await makeSalon(api.url);
      const chair = await joinBy(api.url, personalLink(salon, 'chair'));
      const path = `/api/salons/${salon.salonId}/invitations`;
      const made = (await post<Invitation>(path, { role: 'attendee' }, chair.token)).body;
      expect((await get<Invitation[]>(path, chair.token)).body.map(({ invitationId }) => invitationId)).toContain(made.invitationId);
      const eve = await joinBy(api.url, made.url, 'Eve Tester');
      const client = await sit(api.url, eve, { roomId: salon.roomId });
      expect((await call(api.url, `${path}/${made.invitationId}`, { method: 'DELETE', bearer: chair.token })).status).toBe(204);
      await client.until(({ socket, standing }) => !socket.connected && standing?.state === 'removed', 3_000);
      expect((await get('/api/me', eve.token)).status).toBe(401);
      expect((await post('/api/join', { invitation: invitationIn(made.url), name: { en: 'Eve' } })).status).toBe(401);
      const again = connect(api.url, eve, { roomId: salon.roomId });
      await again.until(({ socket }) => !socket.active);
      expect((await call(api.url, `${path}/${made.invitationId}`, { method: 'DELETE', bearer: chair.token })).status).toBe(204);
    });

    it('follow the live room: who is a moderator there may, who was demoted may not', async () => {
      const salon = await makeSalon(api.url);
      const [chair, ann] = [await joinBy(api.url, personalLink(salon, 'chair')), await joinBy(api.url, personalLink(salon, 'ann'))];
      const atDesk = await sit(api.url, chair, { roomId: salon.roomId });
      const atTable = await sit(api.url, ann, { roomId: salon.roomId });
      await atDesk.say('member.setRole', { participantId: ann.participantId, role: 'moderator' });
      await atTable.until(({ me }) => me?.role === 'moderator');
      await atTable.say('member.setRole', { participantId: chair.participantId, role: 'attendee' });
      await atDesk.until(({ me }) => me?.role === 'attendee');
      const path = `/api/salons/${salon.salonId}/invitations`;
      expect((await get(path, ann.token)).status).toBe(200);
      expect((await get(path, chair.token)).status).toBe(404);
      expect((await post(path, { role: 'owner' }, ann.token)).status).toBe(404);
      atDesk.close();
      atTable.close();
    });
  });

  describe('what comes after', () => {
    it('shows the log as the caller may read it', async () => {
      const salon = await makeSalon(api.url);
      const [chair, ann] = [await joinBy(api.url, personalLink(salon, 'chair')), await joinBy(api.url, personalLink(salon, 'ann'))];
      const eve = await joinBy(api.url, salon.links.attendee, 'Eve Tester');
      const path = `/api/rooms/${salon.roomId}/log`;
      expect((await get(path, eve.token)).status).toBe(404);
      const clients = [];
      for (const joined of [chair, ann, eve]) clients.push(await sit(api.url, joined, { roomId: salon.roomId }));
      await clients[2]?.say('question.ask', { text: 'Secret?', anonymous: true });
      const [atDesk, atTable] = [(await get<{ events: Told[] }>(path, chair.token)).body.events, (await get<{ events: Told[] }>(path, ann.token)).body.events];
      expect(atDesk.map(({ seq }) => seq)).toEqual(atTable.map(({ seq }) => seq));
      expect(atDesk.some(({ type }) => type === 'QuestionAsked')).toBe(true);
      expect(JSON.stringify(atTable)).not.toContain('Secret?');
      const other = await makeSalon(api.url);
      expect((await get(path, (await joinBy(api.url, personalLink(other, 'chair'))).token)).status).toBe(404);
      for (const client of clients) client.close();
    });

    it('links to files for five minutes, in parts', async () => {
      const salon = await makeSalon(api.url);
      const ann = await joinBy(api.url, personalLink(salon, 'ann'));
      const client = await sit(api.url, ann, { roomId: salon.roomId });
      const id = fileId('recordings', salon.roomId, 'salon.webm');
      await localStorage(api.configuration.dataDir).write(id, '0123456789');
      const chapters = [{ turn: 1, participantId: ann.participantId, title: 'Ann Tester', offsetMs: 0, durationMs: 10 }];
      await database.getRepository(PublicationEntity).insert({ roomId: salon.roomId, kind: 'recording', upTo: 9, fileId: id, detail: { durationMs: 10, startedAt: 1, chapters }, madeAt: Date.now() });
      const { body } = await get<Aftermath>(`/api/rooms/${salon.roomId}/aftermath`, ann.token);
      expect(body).toMatchObject({ recording: { durationMs: 10, startedAt: 1, chapters }, minutes: null, jobs: [] });
      const url = api.url + (body.recording?.url ?? '');
      const whole = await fetch(url);
      expect([whole.status, await whole.text(), whole.headers.get('content-type'), whole.headers.get('accept-ranges')]).toEqual([200, '0123456789', 'video/webm', 'bytes']);
      const part = await fetch(url, { headers: { range: 'bytes=2-4' } });
      expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, '234', 'bytes 2-4/10']);
      const beyond = await fetch(url, { headers: { range: 'bytes=50-' } });
      expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10']);
      for (const path of ['/api/files/x', '/api/files/..%2f..%2fetc%2fpasswd', `/api/files/${ann.token}`, `/api/files/${await api.tokens.signFileLink({ fileId: '../../etc/passwd' })}`]) {
        expect((await get(path)).status).toBe(404);
      }
      client.close();
    });
  });

  it('makes a recording anew for its moderators, and offers nothing of somebody who is being left out', async () => {
    const salon = await makeSalon(api.url);
    const [ann, chair] = [await joinBy(api.url, personalLink(salon, 'ann')), await joinBy(api.url, personalLink(salon, 'chair'))];
    const clients = [await sit(api.url, chair, { roomId: salon.roomId }), await sit(api.url, ann, { roomId: salon.roomId })];
    const order = (token: string, body: object) => post(`/api/rooms/${salon.roomId}/recording`, body, token);
    expect((await order(ann.token, {})).status).toBe(404);
    expect(await order(chair.token, {})).toMatchObject({ status: 409, body: { code: 'recording/none' } });
    const film = { roomId: salon.roomId, kind: 'recording' as const, upTo: 9, fileId: 'rooms/a/film.mp4', madeAt: Date.now() };
    const detail = { durationMs: 10, startedAt: 1, chapters: [], bytes: 5, number: 0, pieces: [{ offsetMs: 0, durationMs: 10, fromAt: 1 }] };
    await database.getRepository(PublicationEntity).insert({ ...film, detail });
    const clip = { roomId: salon.roomId, upTo: 8, madeAt: Date.now() };
    const told = (participantId: typeof ann.participantId) => ({ participantId, title: 'x', durationMs: 5, bytes: 2 });
    await database.getRepository(ClipEntity).insert([
      { ...clip, turn: 1, number: 0, fileId: 'rooms/a/one.mp4', detail: told(ann.participantId) }, { ...clip, turn: 2, number: 1, fileId: 'rooms/a/two.mp4', detail: told(chair.participantId) },
    ]);
    for (const wrong of [{ layout: 'upside-down' }, { without: ['nobody'] }, { faster: true }]) expect((await order(chair.token, wrong)).status).toBe(400);
    expect((await order(chair.token, { layout: 'grid', without: [ann.participantId] })).status).toBe(202);
    const read = async (token: string) => (await get<Aftermath>(`/api/rooms/${salon.roomId}/aftermath`, token)).body;
    expect((await read(chair.token)).jobs).toEqual(expect.arrayContaining([expect.objectContaining({ jobId: `recording-publish:${salon.roomId}:9-1`, state: 'waiting' })]));
    expect((await read(ann.token))).toMatchObject({ jobs: [], recording: { bytes: 5, order: null, sound: null, captions: [], sprite: null }, clips: [{ turn: 1, durationMs: 5 }, { turn: 2 }] });
    await database.getRepository(PublicationEntity).update({ roomId: salon.roomId, kind: 'recording' }, { detail: { ...detail, number: 1, order: { layout: 'grid', without: [ann.participantId], language: null } } });
    expect((await read(ann.token)).clips.map(({ turn }) => turn)).toEqual([2]);
    for (const client of clients) client.close();
  });

  describe('the house', () => {
    it('describes itself', async () => {
      const { body } = await get<{ paths: Record<string, { post?: { requestBody?: unknown } }> }>('/api/docs-json');
      expect(Object.keys(body.paths)).toEqual(expect.arrayContaining(['/api/salons', '/api/join', '/api/rooms/{room}/log', '/api/files/{link}']));
      expect(JSON.stringify(body.paths['/api/join']?.post?.requestBody)).toContain('invitation');
      expect((await get('/api/docs')).status).toBe(200);
    });

    it('sends its pages with a policy that lets them load nothing from elsewhere', async () => {
      const policy = (await get('/health/live')).headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain(new URL(api.configuration.mediaUrl).host);
      expect(policy).toContain("frame-ancestors 'none'");
    });
  });
});
