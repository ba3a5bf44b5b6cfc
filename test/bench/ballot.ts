import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BallotBoard, Joined, PollId, RoomId } from '@yaji/contracts';
import { countsOf } from '@yaji/salon';
import { buildApi, startApiProcess } from '../live/api-process.ts';
import { call, joinBy, makeSalon, personalLink, programme } from '../live/api.ts';
import { type Client, refusalOf, sit } from '../live/client.ts';
import { startServices } from '../support/start-services.ts';
import { type Entrance, openEntrance } from './ballot/entrance.ts';
import { faultsOf } from './ballot/exact.ts';
import { type Answered, nowMs, type Voted, voters, type VotersOrder, type VotersWord } from './ballot/voters.ts';
import { joinAll } from './fanout/join-all.ts';
import { benchOptions, type Goal, type Metrics, quantile, report } from './report.ts';

/**
 * Five thousand people in one room, each at a connection of their own, cast a secret vote within five seconds. Some lose the answer and say it
 * again, some try to vote twice; what is counted must be exactly what was acknowledged.
 */
const electorate = 5_000;
const parts = 2;
const withinMs = 5_000;
const goals: Goal[] = [{ metric: 'acknowledged', atLeast: electorate }, { metric: 'p99Ms', atMost: 2_000 }, { metric: 'resultMs', atMost: 2_000 }, { metric: 'faults', atMost: 0 }];
/** The crowd gets its order a moment before the first is due. */
const readyMs = 500;
const patienceMs = 60_000;
/** So many come at once. */
const wave = 250;

async function asked<W extends VotersWord>(child: ChildProcess, order: VotersOrder): Promise<W> {
  child.send(order);
  const [word] = await once(child, 'message') as [VotersWord];
  if ('failed' in word) throw new Error(word.failed);
  return word as W;
}

const must = async (chair: Client, type: string, data: object, more: { commandId?: string } = {}): Promise<void> => {
  const refused = refusalOf(await chair.say(type, data, more));
  if (refused !== null) throw new Error(`${type}: ${refused}`);
};

const span = (): { at: number; withinMs: number; of: number } => ({ at: nowMs() + readyMs, withinMs, of: electorate });

function waits(list: readonly { dueAt: number; ackedAt: number }[]): Metrics {
  const [all, ackedAt] = [list.map((one) => one.ackedAt - one.dueAt), list.map((one) => one.ackedAt)];
  const [firstAt, lastAt] = [ackedAt.reduce((one, other) => Math.min(one, other)), ackedAt.reduce((one, other) => Math.max(one, other))];
  return { firstToLastMs: lastAt - firstAt, p50Ms: quantile(all, 0.5), p95Ms: quantile(all, 0.95), p99Ms: quantile(all, 0.99), worstMs: quantile(all, 1) };
}

type Hall = { url: string; chair: Client; crowd: readonly ChildProcess[] };

/** Wave after wave: who comes early is shown a small room. */
async function seatInWaves({ url, chair, crowd }: Hall, { roomId, joined, entrance }: { roomId: RoomId; joined: readonly Joined[]; entrance: Entrance }): Promise<void> {
  for (let from = 0; from < joined.length; from += wave) {
    const people = joined.slice(from, from + wave);
    const before = Object.keys(chair.room.members).length;
    await entrance.enter(people);
    await chair.until(({ room }) => Object.keys(room.members).length === before + people.length, patienceMs);
    const guests = people.map(({ token, participantId }, n) => ({ token, participantId, n: from + n }));
    await Promise.all(crowd.map((child, part) => asked(child, { seat: { url, roomId, guests: guests.filter(({ n }) => n % parts === part) } })));
  }
}

/** A ballot from its opening to its board. */
async function ballot({ url, chair, crowd }: Hall): Promise<Metrics> {
  await must(chair, 'ballot.open', { motionId: chair.room.motions[0]?.motionId, terms: { secrecy: 'secret', electorate: 'everybody' } });
  await chair.until(({ room }) => room.ballots.length === 1);
  const ballotId = chair.room.ballots[0]?.ballotId;
  if (!ballotId) throw new Error('no ballot was opened');
  const order = { vote: { ...span(), ballotId } };
  const voted = (await Promise.all(crowd.map((child) => asked<{ voted: Voted[] }>(child, order)))).flatMap((word) => word.voted);
  const closedAt = nowMs();
  const told = Promise.all(crowd.map((child) => asked<{ toldAt: number }>(child, { untilClosedWithinMs: patienceMs })));
  await must(chair, 'ballot.close', { ballotId });
  await chair.until(({ room }) => room.ballots[0]?.status === 'closed', patienceMs);
  const resultMs = nowMs() - closedAt;
  const lastTold = Math.max(...(await told).map(({ toldAt }) => toldAt));
  const { body: published } = await call<BallotBoard>(url, `/verify/${ballotId}`);
  const [closed] = chair.room.ballots;
  const faults = closed ? faultsOf({ voted, ballot: closed, published }) : ['the ballot is gone'];
  for (const fault of faults) console.error(`not exact: ${fault}`);
  for (const refused of new Set(voted.map((one) => one.refused))) if (refused !== null) console.error(`${voted.filter((one) => one.refused === refused).length} votes were not acknowledged: ${refused}`);
  return {
    voters: electorate, acknowledged: voted.filter(({ taken }) => taken.length === 1).length, saidAgain: voted.filter(({ said }) => said > 1).length,
    secondRefused: voted.filter(({ second }) => second !== null && second !== 'taken').length, ...waits(voted), resultMs, resultToAllMs: lastTold - closedAt,
    boardLines: published.board.length, faults: faults.length,
  };
}

/** The same crowd answers a poll whose results are hidden until they are published. Every answer is a record of the room, told to everybody in it. */
async function poll({ chair, crowd }: Hall): Promise<string> {
  const pollId = randomUUID() as PollId;
  const options = ['yes', 'no', 'abstain'].map((optionId) => ({ optionId, title: { en: optionId } }));
  await must(chair, 'poll.prepare', { plan: { kind: 'single', title: { en: 'A poll' }, options, results: 'published' } }, { commandId: pollId });
  await must(chair, 'poll.open', { pollId });
  const answered = (await Promise.all(crowd.map((child) => asked<{ answered: Answered[] }>(child, { answer: { ...span(), pollId } })))).flatMap((word) => word.answered);
  const acknowledged = answered.filter(({ refused }) => refused === null).length;
  const counted = (): number => chair.room.polls.filter((one) => one.pollId === pollId).flatMap((one) => [...countsOf(one).values()]).reduce((sum, count) => sum + count, 0);
  await chair.until(() => counted() >= acknowledged, patienceMs);
  const figures = Object.entries(waits(answered)).map(([metric, ms]) => `${metric} ${Math.round(ms)}`);
  const refusals = [...new Set(answered.map(({ refused }) => refused))].filter((refused) => refused !== null);
  return `${acknowledged} of ${electorate} acknowledged, ${counted()} counted, ${[...figures, ...refusals.map((refused) => `others ${refused}`)].join(', ')}`;
}

async function main(): Promise<void> {
  const options = benchOptions(240);
  await buildApi();
  const services = await startServices();
  const files = await mkdtemp(join(tmpdir(), 'yaji-ballot-'));
  const databaseUrl = await services.freshDatabase();
  const api = await startApiProcess({ DATABASE_URL: databaseUrl, REDIS_URL: services.redisUrl, YAJI_DATA_DIR: files });
  const crowd = Array.from({ length: parts }, () => fork(process.argv[1] ?? '', ['voters'], { execArgv: [] }));
  try {
    const [main] = programme().rooms;
    const motions = [{ id: 'admit', title: { en: 'Admission' }, text: { en: 'A member is admitted.' }, mover: 'ann', seconder: 'bob' }];
    const salon = await makeSalon(api.url, programme({ rooms: [{ ...main, motions }] }));
    const { roomId } = salon;
    const chair = await sit(api.url, await joinBy(api.url, personalLink(salon, 'chair')), { roomId });
    const began = nowMs();
    const joined = await joinAll(api.url, salon.links.attendee, electorate);
    const joinedMs = nowMs() - began;
    const hall = { url: api.url, chair, crowd };
    const entrance = await openEntrance({ databaseUrl, redisUrl: services.redisUrl, roomId });
    await seatInWaves(hall, { roomId, joined, entrance });
    await entrance.end();
    const setUp = { joinedMs, seatedMs: nowMs() - began - joinedMs };
    const metrics = await ballot(hall);
    console.log(`polls: ${await poll(hall)}`);
    chair.close();
    report('ballot', { ...metrics, ...setUp }, goals, options);
    if (metrics['faults'] !== 0) process.exitCode = 1;
  } finally {
    for (const child of crowd) if (child.connected) child.disconnect();
    await api.kill('SIGTERM');
    await services.stop();
    await rm(files, { recursive: true, force: true });
  }
}

if (process.argv[2] === 'voters') voters();
else await main();
