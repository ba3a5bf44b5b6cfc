import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Ack, BallotBoard, Joined } from '@yaji/contracts';
import { freshDatabase, services } from '../support/services.ts';
import { call, joinBy, makeSalon, personalLink, programme, type Salon } from './api.ts';
import { type ApiProcess, buildApi, startApiProcess } from './api-process.ts';
import { type Client, refusalOf, sit } from './client.ts';

const voters = 60;

let salon: Salon;
let first: ApiProcess;
let second: ApiProcess;
const clients: Client[] = [];

beforeAll(async () => {
  await buildApi();
  const environment = { DATABASE_URL: await freshDatabase(), REDIS_URL: (await services()).redisUrl };
  [first, second] = await Promise.all([startApiProcess(environment), startApiProcess(environment)]);
  const [main] = programme().rooms;
  salon = await makeSalon(first.url, programme({ rooms: [{ ...main, rules: { seconder: 'not-needed' }, motions: [{ id: 'admit', title: { en: 'Admission' }, text: { en: 'So be it.' } }] }] }));
}, 60_000);
afterAll(async () => {
  for (const client of clients) client.close();
  await Promise.all([first, second].map((api) => api.kill('SIGKILL')));
});

it('[B10] [B17] a process that is killed while people vote in secret loses no vote that it acknowledged, and counts none twice', async () => {
  const place = { roomId: salon.roomId };
  const come = async (url: string, joined: Joined): Promise<Client> => {
    const client = await sit(url, joined, place);
    clients.push(client);
    return client;
  };
  const chair = await come(second.url, await joinBy(second.url, personalLink(salon, 'chair')));
  const joined = await Promise.all(Array.from({ length: voters }, (_, n) => joinBy(first.url, salon.links.attendee, `Guest ${n}`)));
  const before = await Promise.all(joined.map((one) => come(first.url, one)));
  expect(refusalOf(await chair.say('ballot.open', { motionId: chair.room.motions[0]?.motionId, terms: { secrecy: 'secret', electorate: 'everybody' } }))).toBeNull();
  await Promise.all([chair, ...before].map((client) => client.until(({ room }) => room.ballots.length === 1)));
  const ballotId = chair.room.ballots[0]?.ballotId ?? '';
  const votes = before.map((client, n) => ({ ballotId, elector: client.me?.participantId, choice: n % 3 === 0 ? 'no' : 'yes', tracker: randomBytes(16).toString('hex') }));
  const say = (client: Client | undefined, vote: object): Promise<Ack | null> => (client?.socket.timeout(2_500).emitWithAck('vote', vote) as Promise<Ack>).catch(() => null);

  const half = voters / 2;
  const answered = await Promise.all(votes.slice(0, half).map((vote, n) => say(before[n], vote)));
  expect(answered.map((ack) => ack?.ok)).toEqual(answered.map(() => true));
  // About when the other half is being written: whether it was, nobody has heard.
  const unheard = votes.slice(half).map((vote, n) => say(before[half + n], vote));
  await wait(18);
  await first.kill('SIGKILL');
  const answers = [...answered, ...await Promise.all(unheard)];

  // Everybody whose answer did not come says the same again at the other process; so do some who were answered.
  const again = await Promise.all(joined.map(async (one, n) => (answers[n] === null || n % 5 === 0 ? say(await come(second.url, one), votes[n] ?? {}) : answers[n])));
  expect(again.map((ack) => ack?.ok)).toEqual(votes.map(() => true));
  await chair.say('ballot.close', { ballotId });
  await chair.until(({ room }) => room.ballots[0]?.status === 'closed');
  const { body } = await call<BallotBoard>(second.url, `/verify/${ballotId}`);
  expect(body.tally).toEqual({ yes: 40, no: 20 });
  expect(body.board.map(({ tracker, choice }) => `${tracker} ${choice}`).sort()).toEqual(votes.map(({ tracker, choice }) => `${tracker} ${choice}`).sort());
}, 60_000);
