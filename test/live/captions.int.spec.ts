import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaptionAck, CaptionLine, CaptionSource, Refusal, Transcript } from '@yaji/contracts';
import { freshDatabase, services } from '../support/services.ts';
import { type Api, call, joinBy, makeSalon, personalLink, programme, type Salon, startApi } from './api.ts';
import { type Client, sit } from './client.ts';

const codeOf = (answer: CaptionAck): Refusal['code'] | null => (answer.ok ? null : answer.refusal.code);
type Line = { lineId?: string; text?: string; final?: boolean; language?: string };
const say = (client: Client, { lineId = randomUUID(), text = 'Good evening', final = true, language = 'en' }: Line = {}): Promise<CaptionAck> =>
  client.socket.timeout(5_000).emitWithAck('caption', { type: 'caption.say', data: { lineId, language, text, final } }) as Promise<CaptionAck>;
const now = async (client: Client): Promise<CaptionLine[]> => (await client.socket.timeout(5_000).emitWithAck('captionsNow') as { lines: CaptionLine[] }).lines;
const told = (client: Client): CaptionLine[] => client.notices.flatMap((notice) => (notice.name === 'captions' ? notice.words : []));

describe('live captions', () => {
  let apis: Api[] = [];
  const seated: Client[] = [];
  const urlOf = (node: number): string => apis[node]?.url ?? '';
  const idOf = (client: Client): string => client.me?.participantId ?? '';
  const seat = async (salon: Salon, link: string, { node = 0, name }: { node?: number; name?: string } = {}): Promise<Client> => {
    const client = await sit(urlOf(node), await joinBy(urlOf(node), link, name), { roomId: salon.roomId });
    seated.push(client);
    return client;
  };
  const cast = async (captions: CaptionSource) => {
    const salon = await makeSalon(urlOf(0), programme({}, { captions }));
    const [chair, ann, bob] = [await seat(salon, personalLink(salon, 'chair')), await seat(salon, personalLink(salon, 'ann'), { node: 1 }), await seat(salon, personalLink(salon, 'bob'))];
    const gives = async (to: Client, afterTurn: number): Promise<void> => {
      expect(await chair.say('floor.grantTo', { participantId: idOf(to), afterTurn })).toMatchObject({ ok: true });
      await Promise.all([chair, ann, bob].map((client) => client.until(({ room }) => room.floor.current?.turn === afterTurn + 1)));
    };
    return { salon, chair, ann, bob, gives };
  };

  beforeAll(async () => {
    const environment = { DATABASE_URL: await freshDatabase(), REDIS_URL: (await services()).redisUrl };
    apis = await Promise.all([startApi(environment), startApi(environment)]);
  });
  afterEach(() => { for (const client of seated.splice(0)) client.close(); });
  afterAll(() => Promise.all(apis.map((api) => api.close())));

  it('of who has the floor are told everywhere, growing, and are kept when whole under the name of whose turn it was', async () => {
    const { salon, chair, ann, bob, gives } = await cast('browser');
    await gives(ann, 0);
    const lineId = randomUUID();
    expect(codeOf(await say(ann, { lineId, text: 'Good', final: false }))).toBeNull();
    await bob.until((client) => told(client).some(({ text, final, participantId }) => text === 'Good' && !final && participantId === idOf(ann)));
    expect(codeOf(await say(bob))).toBe('caption/not-heard');
    await gives(bob, 1);
    // The last words come when the floor has gone on: they are still hers.
    expect(codeOf(await say(ann, { lineId, text: 'Good evening <b>all</b>' }))).toBeNull();
    await chair.until((client) => told(client).some(({ text, final, turn }) => text === 'Good evening <b>all</b>' && final && turn === 1));
    expect(codeOf(await say(bob, { lineId, text: 'Not mine' }))).toBe('caption/not-yours');
    expect(codeOf(await say(bob, { text: '谢谢', language: 'zh-CN' }))).toBeNull();
    const token = (await joinBy(urlOf(1), personalLink(salon, 'bob'))).token;
    const { lines } = (await call<Transcript>(urlOf(1), `/api/rooms/${salon.roomId}/transcript`, { bearer: token })).body;
    expect(lines.map(({ turn, participantId, text, source, language }) => [turn, participantId, text, source, language])).toEqual([
      [1, idOf(ann), 'Good evening <b>all</b>', 'browser', 'en'], [2, idOf(bob), '谢谢', 'browser', 'zh-CN'],
    ]);
    // Who comes late, at whichever process, sees the last lines.
    const late = await seat(salon, salon.links.attendee, { node: 1, name: 'Late' });
    expect((await now(late)).map(({ text, final }) => [text, final])).toEqual([['Good evening <b>all</b>', true], ['谢谢', true]]);
  });

  it('are typed and corrected by whom moderators let type, from whatever process, and not by others', async () => {
    const { salon, chair, ann, gives } = await cast('off');
    await gives(ann, 0);
    expect(codeOf(await say(chair))).toBe('caption/not-chosen');
    expect(await ann.say('caption.choose', { source: 'typist' })).toMatchObject({ refusal: { code: 'member/role-may-not' } });
    expect(await chair.say('caption.choose', { source: 'typist' })).toMatchObject({ ok: true });
    await chair.until(({ room }) => room.captions === 'typist');
    const lineId = randomUUID();
    expect(codeOf(await say(chair, { lineId, text: 'Park of Tets' }))).toBeNull();
    expect(codeOf(await say(ann))).toMatch(/caption\/not-chosen|member\/role-may-not/);
    const elsewhere = await seat(salon, personalLink(salon, 'chair'), { node: 1 });
    expect(await now(elsewhere)).toHaveLength(1);
    expect(codeOf(await say(elsewhere, { lineId, text: 'Park of Tests' }))).toBeNull();
    await ann.until((client) => told(client).some(({ text }) => text === 'Park of Tests'));
    expect((await now(ann)).map(({ text }) => text)).toEqual(['Park of Tests']);
  });

  it('are refused where they are malformed, too long, too many, or of somebody who waits', async () => {
    const { salon, ann, gives } = await cast('browser');
    await gives(ann, 0);
    for (const line of [{ text: 'x'.repeat(401) }, { text: ' \u200B ' }, { language: 'not a tag' }, { lineId: 'one' }]) expect(codeOf(await say(ann, line))).toBe('contract/invalid');
    expect(await ann.socket.timeout(5_000).emitWithAck('caption', null)).toMatchObject({ refusal: { code: 'contract/invalid' } });
    const codes = await Promise.all(Array.from({ length: 40 }, (_, n) => say(ann, { text: `Line ${n}`, final: false })));
    expect(new Set(codes.map(codeOf))).toEqual(new Set([null, 'socket/too-fast']));
    await ann.say('member.leave', {});
    const guest = await seat(salon, salon.links.attendee, { name: 'Guest' });
    expect(codeOf(await say(guest))).toBe('caption/not-heard');
  });
});
