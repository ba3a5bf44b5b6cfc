import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Ack, BallotBoard, BallotId, ParticipantId } from '@yaji/contracts';
import { freshDatabase, services } from '../support/services.ts';
import { type Api, call, joinBy, makeSalon, personalLink, programme, type Salon, startApi } from './api.ts';
import { type Client, refusalOf, sit } from './client.ts';

const names = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay'] as const;
type Name = (typeof names)[number] | 'chair';
/** One pixel. */
const picture = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const written = () => programme({
  people: [{ id: 'chair', name: { en: 'Chair Tester' }, role: 'moderator' }, ...names.map((id) => ({ id, name: { en: `${id} Tester` }, role: 'speaker' }))],
  register: [...names.slice(0, 5).map((person) => ({ person })), { person: 'fay', proxy: 'ann' }],
  rooms: [{
    ...programme().rooms[0], rules: { ballots: { quorum: { of: 'members', kind: 'number', value: 4 } } },
    motions: [{ id: 'admit', title: { en: 'Admission' }, text: { en: 'A member is admitted.' }, mover: 'ann', seconder: 'bob' }],
    awards: [{ id: 'tree', title: { en: 'Tree of the year' }, method: 'ranked', nominees: [{ id: 'ash', title: { en: 'Ash' }, picture }, { id: 'elm', title: { en: 'Elm' } }, { id: 'oak', title: { en: 'Oak' } }] }],
  }],
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** As an outsider would, from the protocol alone. */
const chainOf = ({ ballotId, board }: BallotBoard): string => board.reduce((before, { tracker, choice, weight }) => sha256(`${before}\n${tracker} ${choice} ${weight}`), sha256(`yaji ballot ${ballotId}`));

describe('votes over the wire', () => {
  let apis: Api[];
  let salon: Salon;
  const people = new Map<Name, Client>();
  const idOf = (name: Name): ParticipantId => salon.people.find(({ id }) => id === name)?.participantId ?? ('' as ParticipantId);
  const by = (name: Name): Client => people.get(name) as Client;

  beforeAll(async () => {
    const ground = { DATABASE_URL: await freshDatabase(), REDIS_URL: (await services()).redisUrl };
    apis = [await startApi(ground), await startApi(ground)];
    salon = await makeSalon(apis[0]?.url ?? '', written());
    // Half of them sit at the other process; fay is absent, and ann holds her vote.
    for (const [n, name] of (['chair', 'ann', 'bob', 'cat', 'dan', 'eve'] as const).entries()) {
      const { url } = apis[n % 2] as Api;
      people.set(name, await sit(url, await joinBy(url, personalLink(salon, name)), { roomId: salon.roomId, place: n % 3 === 1 ? 'hall' : 'remote' }));
    }
  });
  afterAll(async () => {
    for (const client of people.values()) client.close();
    await Promise.all(apis.map((api) => api.close()));
  });

  const ballotNow = (client: Client) => client.room.ballots.at(-1);
  const open = async (terms: object): Promise<BallotId> => {
    const count = by('chair').room.ballots.length;
    const motionId = by('chair').room.motions[0]?.motionId;
    expect(refusalOf(await by('chair').say('ballot.open', { motionId, terms: { quorum: { of: 'members', kind: 'number', value: 4 }, ...terms } }))).toBeNull();
    await Promise.all([...people.values()].map((client) => client.until(({ room }) => room.ballots.length > count)));
    return ballotNow(by('chair'))?.ballotId ?? ('' as BallotId);
  };
  const close = async (ballotId: BallotId): Promise<void> => {
    await Promise.all([by('chair').say('ballot.close', { ballotId }), by('chair').say('ballot.close', { ballotId })]);
    await Promise.all([...people.values()].map((client) => client.until(({ room }) => room.ballots.find((one) => one.ballotId === ballotId)?.status === 'closed')));
  };
  const secretly = (name: Name, vote: { ballotId: BallotId; choice: string; elector?: ParticipantId; tracker?: string }): Promise<Ack> =>
    by(name).socket.timeout(5_000).emitWithAck('vote', { elector: idOf(name), tracker: randomBytes(16).toString('hex'), ...vote }) as Promise<Ack>;
  const verify = (ballotId: string) => call<BallotBoard>(apis[1]?.url ?? '', `/verify/${ballotId}`);

  it('a named vote, also by proxy, is carried with its figures and told with names', async () => {
    const ballotId = await open({});
    expect(refusalOf(await by('ann').say('ballot.vote', { ballotId, elector: idOf('ann'), choice: 'yes' }))).toBeNull();
    expect(refusalOf(await by('ann').say('ballot.vote', { ballotId, elector: idOf('fay'), choice: 'yes' }))).toBeNull();
    expect(refusalOf(await by('bob').say('ballot.vote', { ballotId, elector: idOf('fay'), choice: 'no' }))).toBe('ballot/not-entitled');
    const again = randomUUID();
    const twice = () => by('bob').say('ballot.vote', { ballotId, elector: idOf('bob'), choice: 'yes' }, { commandId: again });
    expect((await Promise.all([twice(), twice()])).map(refusalOf)).toEqual([null, null]);
    expect(refusalOf(await by('bob').say('ballot.vote', { ballotId, elector: idOf('bob'), choice: 'no' }))).toBe('ballot/already-voted');
    await Promise.all((['cat', 'chair'] as const).map((name) => by(name).until((client) => Object.keys(ballotNow(client)?.votes ?? {}).length === 3)));
    expect(Object.values(ballotNow(by('cat'))?.votes ?? {}).map(({ choice }) => choice)).toEqual([null, null, null]);
    expect(Object.values(ballotNow(by('chair'))?.votes ?? {}).map(({ choice }) => choice)).toEqual([null, null, null]);
    expect(refusalOf(await by('chair').say('room.close', {}))).toBe('ballot/still-open');
    await close(ballotId);
    expect(by('eve').room.motions[0]?.decision).toMatchObject({ ballotId, sentence: { en: 'Carried unanimously, 3 of 3 votes, quorum 4 met.' } });
    expect(ballotNow(by('eve'))?.published.map(({ elector, choice }) => [elector, choice])).toEqual([[idOf('ann'), 'yes'], [idOf('bob'), 'yes'], [idOf('fay'), 'yes']]);
    expect((await verify(ballotId)).status).toBe(404);
  });

  it('a secret vote is in nobody’s log, counted over two processes, and anybody can add it up', async () => {
    const ballotId = await open({ secrecy: 'secret', base: 'cast' });
    const tracker = randomBytes(16).toString('hex');
    expect(await secretly('ann', { ballotId, choice: 'yes', tracker })).toMatchObject({ ok: true });
    expect(await secretly('ann', { ballotId, choice: 'yes', tracker })).toMatchObject({ ok: true });
    expect(refusalOf(await secretly('ann', { ballotId, choice: 'no' }))).toBe('ballot/already-voted');
    expect(refusalOf(await secretly('bob', { ballotId, choice: 'no', tracker }))).toBe('ballot/tracker-taken');
    expect(refusalOf(await secretly('bob', { ballotId, choice: 'maybe' }))).toBe('ballot/unknown-choice');
    expect(refusalOf(await secretly('bob', { ballotId, choice: 'no', elector: idOf('fay') }))).toBe('ballot/not-entitled');
    expect(refusalOf(await secretly('chair', { ballotId, choice: 'no' }))).toBe('ballot/not-entitled');
    expect(refusalOf(await secretly('bob', { ballotId, choice: 'no', tracker: 'me' }))).toBe('contract/invalid');
    expect(refusalOf(await by('bob').say('ballot.vote', { ballotId, elector: idOf('bob'), choice: 'no' }))).toBe('ballot/secret');
    expect((await Promise.all([secretly('ann', { ballotId, choice: 'abstain', elector: idOf('fay') }), secretly('bob', { ballotId, choice: 'yes' }), secretly('cat', { ballotId, choice: 'no' })])).every(({ ok }) => ok)).toBe(true);
    expect(await by('ann').socket.timeout(5_000).emitWithAck('voted', { ballotId })).toEqual({ voted: [idOf('ann'), idOf('fay')] });
    expect(await by('dan').socket.timeout(5_000).emitWithAck('voted', { ballotId })).toEqual({ voted: [] });
    await Promise.all((['chair', 'dan', 'eve'] as const).map((name) => by(name).until(({ notices }) => notices.some((one) => one.name === 'turnout' && one.words.ballotId === ballotId && one.words.votes === 4))));
    expect((await verify(ballotId)).body).toMatchObject({ status: 'open', voted: 4, entitled: 6, board: [], tally: {}, digest: null });
    await close(ballotId);
    expect(refusalOf(await secretly('dan', { ballotId, choice: 'no' }))).toBe('ballot/over');
    expect(ballotNow(by('dan'))).toMatchObject({ tally: { yes: 2, no: 1, abstain: 1 }, cast: { members: 4, weight: 4 }, votes: {}, published: [] });
    expect(by('dan').room.motions[0]?.decision?.sentence['en']).toBe('Lost, 2 yes, 1 no, 1 abstaining, 3 of 4 votes cast needed, quorum 4 met.');
    const { body } = await verify(ballotId);
    expect(body).toMatchObject({ status: 'published', title: { en: 'Admission' }, tally: { yes: 2, no: 1, abstain: 1 } });
    expect(body.board).toContainEqual({ tracker, choice: 'yes', weight: 1 });
    expect(chainOf(body)).toBe(body.digest);
    expect(body.digest).toBe(ballotNow(by('dan'))?.digest);
    for (const client of people.values()) expect(JSON.stringify(client.notices)).not.toContain(tracker);
  });

  it('a vote that has lost its quorum is void, and its box is emptied', async () => {
    const ballotId = await open({ secrecy: 'secret', quorum: { of: 'members', kind: 'number', value: 6 } });
    expect(await secretly('ann', { ballotId, choice: 'yes' })).toMatchObject({ ok: true });
    await by('eve').say('member.leave', {});
    await by('chair').until(({ room }) => room.members[idOf('eve')]?.place === null);
    await close(ballotId);
    expect(by('bob').room.motions[0]?.decision).toMatchObject({ result: { outcome: 'void', voidBecause: 'quorum' }, sentence: { en: 'Void, quorum lost: 5 at the closing, 6 needed.' } });
    await expect(verify(ballotId)).resolves.toMatchObject({ body: { status: 'void', board: [], digest: null, voted: 1 } });
  });

  it('an award is counted secretly, shown from the last place, and then open to all', async () => {
    const awardId = by('chair').room.awards[0]?.awardId;
    const [ash] = by('chair').room.awards[0]?.plan.nominees ?? [];
    const shown = await fetch(`${apis[0]?.url}/api/pictures/${ash?.picture}`);
    expect([shown.status, shown.headers.get('content-type'), (await shown.arrayBuffer()).byteLength]).toEqual([200, 'image/png', Buffer.from(picture.slice(picture.indexOf(',')), 'base64').length]);
    expect((await fetch(`${apis[0]?.url}/api/pictures/${'0'.repeat(48)}.png`)).status).toBe(404);
    const count = by('chair').room.ballots.length;
    expect(refusalOf(await by('chair').say('award.open', { awardId }))).toBeNull();
    await Promise.all([...people.values()].map((client) => client.until(({ room }) => room.ballots.length > count)));
    const ballotId = ballotNow(by('chair'))?.ballotId as BallotId;
    for (const [name, choice] of [['ann', 'oak>ash'], ['bob', 'ash>elm>oak'], ['cat', 'ash'], ['chair', 'elm>ash']] as const) expect(await secretly(name, { ballotId, choice })).toMatchObject({ ok: true });
    expect(refusalOf(await secretly('dan', { ballotId, choice: 'oak>oak' }))).toBe('ballot/unknown-choice');
    await close(ballotId);
    expect(ballotNow(by('ann'))?.tally).toEqual({});
    expect(ballotNow(by('chair'))?.tally).toMatchObject({ ash: 1, 'oak>ash': 1 });
    expect((await verify(ballotId)).body).toMatchObject({ status: 'hidden', board: [], tally: {} });
    expect(refusalOf(await by('ann').say('award.reveal', { awardId, places: 3 }))).toBe('member/role-may-not');
    await by('chair').say('award.reveal', { awardId, places: 3 });
    await by('ann').until(({ room }) => room.awards[0]?.complete === true);
    expect(by('ann').room.awards[0]?.lines[0]).toMatchObject({ optionId: 'ash', place: 1 });
    const { body } = await verify(ballotId);
    expect(body).toMatchObject({ status: 'published', titles: { ash: { en: 'Ash' } } });
    expect(chainOf(body)).toBe(body.digest);
  });

  it('the address of a board holds nothing for those who guess', async () => {
    expect((await verify(randomUUID())).status).toBe(404);
    expect((await verify('not-a-ballot')).status).toBe(400);
  });

  it('answers figures to whoever asks for no page', async () => {
    const answer = await fetch(`${apis[0]?.url}/verify/${randomUUID()}`, { headers: { accept: '*/*' } });
    expect(answer.headers.get('content-type')).toContain('json');
  });
});
