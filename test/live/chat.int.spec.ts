import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatAck, Refusal } from '@yaji/contracts';
import { Client as Postgres } from 'pg';
import { relayTo } from '../support/relay.ts';
import { freshDatabase, services } from '../support/services.ts';
import { type Api, joinBy, makeSalon, personalLink, programme, type Salon, startApi } from './api.ts';
import { askAfter, askBefore, openChat, type Reader, sayInChat, write } from './chat-reader.ts';
import { type Client, connect, sit } from './client.ts';

const codeOf = (answer: ChatAck | object | { refusal: Refusal }): Refusal['code'] | null => ('refusal' in answer ? answer.refusal.code : null);
const numberOf = (ack: ChatAck): number => (ack.ok ? ack.number : -1);
async function until(holds: () => boolean, withinMs = 5_000): Promise<void> {
  for (const end = Date.now() + withinMs; !holds(); await wait(10)) if (Date.now() > end) throw new Error(`did not come about: ${holds.toString()}`);
}

describe('the chat of a room', () => {
  let apis: Api[] = [];
  let databaseUrl: string;
  let redisUrl: string;
  const seated: Client[] = [];

  beforeAll(async () => {
    [databaseUrl, redisUrl] = [await freshDatabase(), (await services()).redisUrl];
    apis = await Promise.all([startApi({ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl }), startApi({ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl })]);
  });
  afterEach(() => { for (const client of seated.splice(0)) client.close(); });
  afterAll(() => Promise.all(apis.map((api) => api.close())));

  const urlOf = (node: number): string => apis[node]?.url ?? '';
  const open = (rules: Record<string, unknown> = {}): Promise<Salon> => makeSalon(urlOf(0), programme({}, rules));
  const sitting = (client: Client): Client => { seated.push(client); return client; };
  const seat = async (salon: Salon, link: string, { node = 0, name }: { node?: number; name?: string } = {}): Promise<Client> =>
    sitting(await sit(urlOf(node), await joinBy(urlOf(node), link, name), { roomId: salon.roomId }));
  const cast = async (rules: Record<string, unknown> = {}) => {
    const salon = await open(rules);
    const chair = await seat(salon, personalLink(salon, 'chair'));
    return { salon, chair, guest: await seat(salon, salon.links.attendee, { name: 'Guest', node: 1 }) };
  };
  const idOf = (client: Client): string => client.me?.participantId ?? '';

  it('reaches readers at every process, also those who come later', async () => {
    const { salon, chair, guest } = await cast();
    const [atChair, atGuest] = [await openChat(chair), await openChat(guest)];
    expect([numberOf(await write(chair, 'Good evening')), numberOf(await write(guest, '  Good\u200B evening,\u0007 all ')), numberOf(await write(chair, 'Welcome'))]).toEqual([1, 2, 3]);
    const said = ['Good evening', 'Good evening, all', 'Welcome'];
    await until(() => atChair.messages.length === 3 && atGuest.messages.length === 3);
    expect([atChair.texts(), atGuest.texts()]).toEqual([said, said]);
    expect(atGuest.messages.map(({ by }) => by)).toEqual([idOf(chair), idOf(guest), idOf(chair)]);
    expect((await openChat(await seat(salon, personalLink(salon, 'ann'), { node: 1 }))).texts()).toEqual(said);
    expect(await askAfter(guest, { after: 2 })).toMatchObject({ after: 2, upTo: 3, messages: [{ number: 3 }] });
    expect(await askAfter(guest, { after: 1_000 })).toMatchObject({ after: null, upTo: 3 });
    // Nobody is told who has not asked.
    expect((await seat(salon, personalLink(salon, 'bob'))).notices.filter(({ name }) => name === 'chat')).toEqual([]);
  });

  it('writes the same message once, however often and wherever it is said', async () => {
    const { salon, chair, guest } = await cast();
    const messageId = randomUUID();
    const elsewhere = await seat(salon, personalLink(salon, 'chair'), { node: 1 });
    const acks = await Promise.all([chair, elsewhere, chair, elsewhere].map((client) => write(client, 'Once', messageId)));
    expect(acks).toEqual(acks.map(() => ({ ok: true, number: 1 })));
    expect(codeOf(await write(guest, 'Mine', messageId))).toBe('contract/invalid');
    expect((await openChat(guest)).texts()).toEqual(['Once']);
  });

  it('lets messages be deleted: nothing of their text is left, and everybody sees it', async () => {
    const { chair, guest } = await cast();
    const [atChair, atGuest] = [await openChat(chair), await openChat(guest)];
    await write(guest, 'My secret telephone number');
    await write(guest, 'Something rude');
    await write(chair, 'Please not so');
    expect(codeOf(await sayInChat(guest, 'chat.delete', { number: 3 }))).toBe('chat/not-yours');
    expect(await sayInChat(guest, 'chat.delete', { number: 1 })).toMatchObject({ ok: true });
    expect(await sayInChat(chair, 'chat.delete', { number: 2 })).toMatchObject({ ok: true });
    expect(codeOf(await sayInChat(chair, 'chat.delete', { number: 99 }))).toBe('chat/unknown');
    await until(() => [atChair, atGuest].every((reader) => reader.now.upTo === 5));
    for (const reader of [atChair, atGuest, await openChat(guest)]) {
      expect(reader.messages).toMatchObject([{ number: 1, text: null, deletedBy: idOf(guest) }, { number: 2, text: null, deletedBy: idOf(chair) }, { number: 3, text: 'Please not so' }]);
    }
    const database = new Postgres({ connectionString: databaseUrl });
    await database.connect();
    const { rows } = await database.query("select count(*)::int as left from chat_message where text like '%secret%' or text like '%rude%'");
    await database.end();
    expect(rows).toEqual([{ left: 0 }]);
  });

  it('mutes a person at every screen, who is told and reads on', async () => {
    const { salon, chair, guest } = await cast();
    const ann = await seat(salon, personalLink(salon, 'ann'));
    const [atChair, atGuest, atAnn] = [await openChat(chair), await openChat(guest), await openChat(ann)];
    const whom = { participantId: idOf(guest) };
    expect(codeOf(await sayInChat(ann, 'chat.mute', whom))).toBe('member/role-may-not');
    expect(await sayInChat(chair, 'chat.mute', whom)).toMatchObject({ ok: true });
    await until(() => [atChair, atGuest, atAnn].every(({ now }) => now.upTo === 1));
    expect([atChair.now.muted, atGuest.now.muted, atAnn.now.muted]).toEqual([[idOf(guest)], [idOf(guest)], []]);
    expect(codeOf(await write(guest, 'But'))).toBe('chat/muted');
    await write(ann, 'Go on');
    await until(() => atGuest.messages.length === 1);
    expect(await askAfter(ann, { after: null })).toMatchObject({ muted: [] });
    expect(codeOf(await sayInChat(chair, 'chat.mute', { participantId: idOf(chair) }))).toBe('member/not-yourself');
    await sayInChat(chair, 'chat.unmute', whom);
    await until(() => atGuest.now.muted.length === 0);
    expect(await write(guest, 'Thank you')).toMatchObject({ ok: true });
  });

  it('is slowed and closed by moderators, whichever process somebody writes at', async () => {
    const { salon, chair, guest } = await cast();
    const link = salon.people.find(({ id }) => id === 'ann')?.url ?? '';
    const [here, there] = [await seat(salon, link), await seat(salon, link, { node: 1 })];
    const atGuest = await openChat(guest);
    expect(codeOf(await sayInChat(guest, 'chat.setSlow', { seconds: 5 }))).toBe('member/role-may-not');
    expect(await sayInChat(chair, 'chat.setSlow', { seconds: 5 })).toMatchObject({ ok: true });
    await until(() => atGuest.now.slowSeconds === 5);
    const burst = await Promise.all([here, there, here, there].map((client, n) => write(client, `Quick ${n}`)));
    expect(burst.filter(({ ok }) => ok)).toHaveLength(1);
    expect(burst.flatMap((ack) => (ack.ok ? [] : [ack.refusal]))).toEqual(Array.from({ length: 3 }, () => ({ code: 'chat/too-soon', details: { seconds: 5 } })));
    expect([await write(chair, 'One'), await write(chair, 'Two')]).toMatchObject([{ ok: true }, { ok: true }]);
    await wait(5_100);
    expect(await write(there, 'Slowly')).toMatchObject({ ok: true });
    expect(await sayInChat(chair, 'chat.close', {})).toMatchObject({ ok: true });
    expect([codeOf(await write(guest, 'x')), codeOf(await write(chair, 'x'))]).toEqual(['chat/closed', 'chat/closed']);
    await until(() => atGuest.now.closed);
    await sayInChat(chair, 'chat.reopen', {});
    expect(await write(guest, 'Open again')).toMatchObject({ ok: true });
  });

  it('is not for the lobby, the display, nor anybody removed or come too late', async () => {
    const guarded = await open({ lobby: ['attendee'] });
    const host = await seat(guarded, personalLink(guarded, 'chair'));
    const knocking = sitting(connect(urlOf(1), await joinBy(urlOf(1), guarded.links.attendee, 'Knocking'), { roomId: guarded.roomId }));
    await knocking.until(({ standing }) => standing?.state === 'waiting');
    await write(host, 'Among ourselves');
    expect([codeOf(await askAfter(knocking, { after: null })), codeOf(await askBefore(knocking, { before: 9 })), codeOf(await write(knocking, 'x'))]).toEqual(Array(3).fill('member/not-admitted'));
    const display = await seat(guarded, guarded.links.hall);
    expect([codeOf(await askAfter(display, { after: null })), codeOf(await write(display, 'x'))]).toEqual(Array(2).fill('member/role-may-not'));
    await host.until(({ room }) => Object.values(room.members).some(({ standing }) => standing === 'waiting'));
    const [who] = Object.values(host.room.members).filter(({ standing }) => standing === 'waiting');
    await host.say('member.admit', { participantId: who?.participantId });
    await knocking.until(({ me }) => me !== null);
    const reader = await openChat(knocking);
    expect(reader.texts()).toEqual(['Among ourselves']);
    await host.say('member.remove', { participantId: who?.participantId });
    await knocking.until(({ socket }) => !socket.connected);
    await write(host, 'Gone');
    await wait(300);
    expect(reader.texts()).toEqual(['Among ourselves']);
    await host.say('room.close', {});
    await host.until(({ room }) => room.phase === 'closed');
    expect([codeOf(await write(host, 'x')), codeOf(await askAfter(host, { after: null }))]).toEqual(['room/closed', 'room/closed']);
  });

  it('stops telling a moderator who is none any more about others who are muted', async () => {
    const { chair, guest, salon } = await cast();
    const ann = await seat(salon, personalLink(salon, 'ann'), { node: 1 });
    await chair.say('member.setRole', { participantId: idOf(ann), role: 'moderator' });
    await ann.until(({ me }) => me?.role === 'moderator');
    const before = await openChat(ann);
    await sayInChat(chair, 'chat.mute', { participantId: idOf(guest) });
    await until(() => before.now.muted.length === 1);
    await chair.say('member.setRole', { participantId: idOf(ann), role: 'speaker' });
    await ann.until(({ me }) => me?.role === 'speaker');
    expect(await askAfter(ann, { after: null })).toMatchObject({ muted: [] });
    expect(codeOf(await sayInChat(ann, 'chat.close', {}))).toBe('member/role-may-not');
  });

  it('answers what it cannot read, and goes on', async () => {
    const { guest } = await cast();
    const written = { messageId: randomUUID(), text: 'x' };
    const bad: unknown[] = [
      null, 7, 'chat.write', [], {}, { type: 'chat.write' }, { type: '__proto__', data: {} }, { type: 'member.remove', data: { participantId: idOf(guest) } },
      { type: 'chat.write', data: { ...written, text: '' } }, { type: 'chat.write', data: { ...written, text: ' \u200B ' } }, { type: 'chat.write', data: { ...written, text: 'x'.repeat(501) } },
      { type: 'chat.write', data: { ...written, messageId: 'mine' } }, { type: 'chat.write', data: { ...written, by: randomUUID() } }, { type: 'chat.write', data: { ...written, number: 1 } },
      { type: 'chat.delete', data: { number: 0 } }, { type: 'chat.delete', data: { number: 2 ** 40 } }, { type: 'chat.setSlow', data: { seconds: 7 } }, { type: 'chat.mute', data: {} },
    ];
    for (const body of bad) expect(codeOf(await guest.socket.timeout(5_000).emitWithAck('chat', body) as ChatAck)).toBe('contract/invalid');
    for (const body of [null, {}, { after: -1 }, { after: 'all' }, { after: 2 ** 40 }, { after: null, newest: 201 }]) expect(codeOf(await askAfter(guest, body))).toBe('contract/invalid');
    for (const body of [null, {}, { before: 0 }, { before: null }]) expect(codeOf(await askBefore(guest, body))).toBe('contract/invalid');
  });

  it('takes whatever characters a text may hold', async () => {
    const { guest } = await cast();
    const reader = await openChat(guest);
    const texts = ['x'.repeat(500), '“quotes” \' " \\ $1 %s', '雅集 👏🏽', 'two\nlines', '<b>bold</b>'];
    for (const text of [...texts, 'half \ud800 a pair', 'nul \u0000 too']) expect(await write(guest, text)).toMatchObject({ ok: true });
    await until(() => reader.messages.length === 7);
    expect(reader.texts()).toEqual([...texts, 'half \ufffd a pair', 'nul  too']);
  });

  it('has a limit of haste, beyond which nothing is written', async () => {
    const { guest } = await cast();
    const acks = await Promise.all(Array.from({ length: 30 }, (_, n) => write(guest, `${n}`)));
    const taken = acks.filter(({ ok }) => ok).length;
    expect(taken).toBeGreaterThanOrEqual(18);
    expect(taken).toBeLessThanOrEqual(21);
    expect(acks.map(codeOf).filter((code) => code !== null)).toEqual(Array(30 - taken).fill('socket/too-fast'));
  });

  it('[T9] tells readers at most ten times a second, newcomers the newest 200, and earlier ones by the hundred', async () => {
    const { salon, chair } = await cast();
    const writers = await Promise.all(Array.from({ length: 20 }, (_, n) => seat(salon, salon.links.attendee, { name: `Writer ${n}`, node: n % 2 })));
    const readers: Reader[] = [await openChat(chair), await openChat(writers[1] as Client)];
    const began = Date.now();
    for (let round = 0; round < 16; round += 1) {
      await Promise.all(writers.map((writer, n) => write(writer, `${round}.${n}`)));
      await wait(30);
    }
    await until(() => readers.every(({ messages }) => messages.length === 320));
    const tenths = (Date.now() - began) / 100;
    for (const reader of readers) {
      expect(reader.news.length).toBeLessThanOrEqual(tenths + 1);
      expect(reader.messages.map(({ number }) => number)).toEqual(Array.from({ length: 320 }, (_, n) => n + 1));
      expect(reader.gaps).toBe(0);
    }
    const late = await seat(salon, personalLink(salon, 'bob'));
    const newest = (await openChat(late)).messages;
    expect([newest.length, newest[0]?.number, newest.at(-1)?.number]).toEqual([200, 121, 320]);
    expect(await askAfter(late, { after: null, newest: 1 })).toMatchObject({ after: null, upTo: 320, messages: [{ number: 320 }] });
    const earlier = await askBefore(late, { before: 121 });
    expect('messages' in earlier && [earlier.messages.length, earlier.messages[0]?.number, earlier.messages.at(-1)?.number]).toEqual([100, 21, 120]);
    expect(await askAfter(late, { after: 0 })).toMatchObject({ after: null, upTo: 320 });
  }, 60_000);

  it('numbers the messages of five hundred who write at once without a gap, and loses none', async () => {
    const salon = await open();
    const chair = await seat(salon, personalLink(salon, 'chair'));
    const atChair = await openChat(chair);
    const writers: Client[] = [];
    for (let n = 0; n < 500; n += 50) writers.push(...await Promise.all(Array.from({ length: 50 }, (_, at) => seat(salon, salon.links.attendee, { name: `Writer ${n + at}`, node: at % 2 }))));
    const atWriter = await openChat(writers[1] as Client);
    const began = performance.now();
    const acks = await Promise.all(writers.map((writer, n) => write(writer, `Message ${n}`)));
    const tookMs = performance.now() - began;
    expect(acks.filter(({ ok }) => !ok)).toEqual([]);
    expect(acks.map(numberOf).sort((one, other) => one - other)).toEqual(Array.from({ length: 500 }, (_, n) => n + 1));
    await until(() => [atChair, atWriter].every(({ messages }) => messages.length === 500));
    for (const { messages } of [atChair, atWriter]) for (const [n, ack] of acks.entries()) expect(messages[numberOf(ack) - 1]?.text).toBe(`Message ${n}`);
    console.info(`500 messages at once over two processes: acknowledged within ${Math.round(tookMs)} ms`);
  }, 120_000);

  it('reaches everybody when the bell is lost, and goes with its room', async () => {
    const redis = await relayTo(redisUrl);
    const deaf = await startApi({ DATABASE_URL: databaseUrl, REDIS_URL: redis.url });
    try {
      const { salon, chair } = await cast();
      const guest = sitting(await sit(deaf.url, await joinBy(deaf.url, salon.links.attendee, 'Far'), { roomId: salon.roomId }));
      const reader = await openChat(guest);
      redis.cut();
      await wait(100);
      await write(chair, 'Can you hear me?');
      await until(() => reader.messages.length === 1, 4_000);
      expect(await write(guest, 'Yes')).toMatchObject({ ok: true, number: 2 });
      const atChair = await openChat(chair);
      expect(atChair.texts()).toEqual(['Can you hear me?', 'Yes']);
      const database = new Postgres({ connectionString: databaseUrl });
      await database.connect();
      await database.query('delete from room where room_id = $1', [salon.roomId]);
      const { rows } = await database.query('select (select count(*) from chat_message where room_id = $1)::int + (select count(*) from chat where room_id = $1)::int as left', [salon.roomId]);
      await database.end();
      expect(rows).toEqual([{ left: 0 }]);
    } finally {
      redis.mend();
      // A connection that is closed while it is being made again would keep this process.
      await wait(1_500);
      await deaf.close();
      await redis.close();
    }
  });
});
