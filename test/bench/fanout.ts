import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildApi, startApiProcess } from '../live/api-process.ts';
import { joinBy, makeSalon, personalLink, programme } from '../live/api.ts';
import { type Client, sit } from '../live/client.ts';
import { startServices } from '../support/start-services.ts';
import { bare, type BareWord } from './fanout/bare.ts';
import { crowd, type CrowdOrder, type CrowdWord } from './fanout/crowd.ts';
import { joinAll } from './fanout/join-all.ts';
import { benchOptions, type Goal, quantile, report } from './report.ts';

const attendees = 1_000;
const crowds = 2;
const everyMs = 200;
const goals: Goal[] = [{ metric: 'p99Ms', atMost: 50 }, { metric: 'p50ToBare', atMost: 2 }];

/** The first rounds warm both sides up. */
const warmUp = 5;

type Crowd = { child: ChildProcess; words: CrowdWord[] };

function startCrowd(): Crowd {
  const child = fork(process.argv[1] ?? '', ['crowd'], { execArgv: [] });
  const words: CrowdWord[] = [];
  child.on('message', (word: CrowdWord) => { words.push(word); });
  child.on('exit', (code) => { if (code) throw new Error(`a crowd ended with ${code}`); });
  return { child, words };
}

async function seat(all: readonly Crowd[], order: (part: number) => CrowdOrder): Promise<void> {
  all.forEach(({ child, words }, part) => {
    words.length = 0;
    child.send(order(part));
  });
  while (all.some(({ words }) => !words.some((word) => 'seated' in word))) await wait(50);
}

/** For each thing that all crowds have heard: from its sending to the last socket, milliseconds. */
function latencies(all: readonly Crowd[]): number[] {
  const byId = new Map<number, { sentAt: number; heardAt: number; crowds: number }>();
  for (const word of all.flatMap(({ words }) => words)) {
    if (!('id' in word)) continue;
    const before = byId.get(word.id);
    byId.set(word.id, { sentAt: word.sentAt, heardAt: Math.max(before?.heardAt ?? 0, word.heardAt), crowds: (before?.crowds ?? 0) + 1 });
  }
  return [...byId.values()].filter((one) => one.crowds === all.length).slice(warmUp).map(({ sentAt, heardAt }) => heardAt - sentAt);
}

async function measureBare(all: readonly Crowd[], forMs: number): Promise<number[]> {
  const child = fork(process.argv[1] ?? '', ['bare'], { execArgv: [] });
  const [{ port }] = await once(child, 'message') as [BareWord];
  await seat(all, () => ({ url: `http://127.0.0.1:${port}`, message: 'tidings', auths: Array.from({ length: attendees / crowds }, () => ({})) }));
  for (const { words } of all) words.length = 0;
  await wait(forMs);
  const measured = latencies(all);
  for (const { child: crowdChild } of all) crowdChild.send({ leave: true } satisfies CrowdOrder);
  child.disconnect();
  await wait(500);
  return measured;
}

/** The moderator gives a second more, again and again: a fact for everybody. */
async function extend(chair: Client, forMs: number): Promise<void> {
  const until = Date.now() + forMs;
  while (Date.now() < until) {
    const began = Date.now();
    const ack = await chair.say('floor.extend', { turn: 1, byMs: 1_000 });
    if (!ack.ok) throw new Error(JSON.stringify(ack));
    await wait(Math.max(0, everyMs - (Date.now() - began)));
  }
}

/** Processor time of the api since it started, milliseconds. */
async function cpuMs(url: string): Promise<number> {
  const figures = await (await fetch(`${url}/metrics`)).text();
  return 1_000 * Number(/^process_cpu_seconds_total\{[^}]*\} (\S+)/m.exec(figures)?.[1]);
}

async function main(): Promise<void> {
  const options = benchOptions(60);
  const measureMs = Math.max(4_000, Math.min(20_000, (options.seconds * 1_000 - 25_000) / 2));
  await buildApi();
  const services = await startServices();
  const files = await mkdtemp(join(tmpdir(), 'yaji-fanout-'));
  const api = await startApiProcess({ DATABASE_URL: await services.freshDatabase(), REDIS_URL: services.redisUrl, YAJI_DATA_DIR: files });
  const all = Array.from({ length: crowds }, startCrowd);
  try {
    const bareMs = await measureBare(all, measureMs);
    const salon = await makeSalon(api.url, programme());
    const { roomId } = salon;
    const chair = await sit(api.url, await joinBy(api.url, personalLink(salon, 'chair')), { roomId });
    const joined = await joinAll(api.url, salon.links.attendee, attendees);
    const began = performance.now();
    const cpuBefore = await cpuMs(api.url);
    await seat(all, (part) => ({
      url: `${api.url}/live`, message: 'events', auths: joined.slice((part * attendees) / crowds, ((part + 1) * attendees) / crowds).map(({ token }) => ({ token, roomId })),
    }));
    const seatedMs = performance.now() - began;
    const cpuSeated = await cpuMs(api.url);
    await chair.say('floor.grantTo', { participantId: chair.me?.participantId, afterTurn: 0 });
    await wait(1_500);
    for (const { words } of all) words.length = 0;
    await extend(chair, measureMs);
    await wait(500);
    const liveMs = latencies(all);
    const cpuTold = await cpuMs(api.url);
    chair.close();
    report('fanout', {
      sockets: attendees, events: liveMs.length, seatedMs, cpuPerSeatMs: (cpuSeated - cpuBefore) / attendees, cpuPerEventMs: (cpuTold - cpuSeated) / liveMs.length,
      p50Ms: quantile(liveMs, 0.5), p99Ms: quantile(liveMs, 0.99), worstMs: Math.max(...liveMs),
      bareP50Ms: quantile(bareMs, 0.5), bareP99Ms: quantile(bareMs, 0.99), p50ToBare: quantile(liveMs, 0.5) / quantile(bareMs, 0.5),
    }, goals, options);
  } finally {
    for (const { child } of all) child.disconnect();
    await api.kill('SIGTERM');
    await services.stop();
    await rm(files, { recursive: true, force: true });
  }
}

const role = process.argv[2];
if (role === 'crowd') crowd();
else if (role === 'bare') await bare();
else await main();
