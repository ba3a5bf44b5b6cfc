import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApi, startApiProcess } from '../live/api-process.ts';
import { joinBy, makeSalon, personalLink, programme } from '../live/api.ts';
import { sit } from '../live/client.ts';
import { startServices } from '../support/start-services.ts';
import { joinAll } from './fanout/join-all.ts';
import { benchOptions, type Goal, quantile, report } from './report.ts';
import { hands, type HandsOrder, type HandsWord } from './storm/hands.ts';

/** A thousand attendees raise their hands within two seconds: every hand is acknowledged, and every page shows the same list. */
const attendees = 1_000;
const parts = 2;
const raiseWithinMs = 2_000;
const goals: Goal[] = [{ metric: 'p99Ms', atMost: 1_000 }, { metric: 'acknowledged', atLeast: attendees }, { metric: 'orders', atMost: 1 }];

async function asked<W extends HandsWord>(child: ChildProcess, order: HandsOrder): Promise<W> {
  child.send(order);
  const [word] = await once(child, 'message') as [W];
  return word;
}

async function main(): Promise<void> {
  const options = benchOptions(60);
  await buildApi();
  const services = await startServices();
  const files = await mkdtemp(join(tmpdir(), 'yaji-storm-'));
  const api = await startApiProcess({ DATABASE_URL: await services.freshDatabase(), REDIS_URL: services.redisUrl, YAJI_DATA_DIR: files });
  const halls = Array.from({ length: parts }, () => fork(process.argv[1] ?? '', ['hands'], { execArgv: [] }));
  try {
    const order = [{ policy: 'first-time' }, { policy: 'round-robin', over: 'organisation' }, { policy: 'random' }];
    const salon = await makeSalon(api.url, programme({}, { order }));
    const { roomId } = salon;
    const chair = await sit(api.url, await joinBy(api.url, personalLink(salon, 'chair')), { roomId });
    const tokens = (await joinAll(api.url, salon.links.attendee, attendees)).map(({ token }) => token);
    await Promise.all(halls.map((hall, part) => asked(hall, { url: api.url, roomId, tokens: tokens.slice((part * attendees) / parts, ((part + 1) * attendees) / parts) })));
    const began = performance.now();
    const acks = (await Promise.all(halls.map((hall) => asked<{ acks: { ms: number; ok: boolean }[] }>(hall, { raiseWithinMs })))).flatMap((word) => word.acks);
    const stormMs = performance.now() - began;
    await chair.until(({ room }) => room.floor.queue.length === acks.filter(({ ok }) => ok).length, 30_000);
    const digests = (await Promise.all(halls.map((hall) => asked<{ digests: string[] }>(hall, { digestAt: chair.seq })))).flatMap((word) => word.digests);
    const settledMs = performance.now() - began;
    chair.close();
    const waits = acks.map(({ ms }) => ms);
    report('storm', {
      attendees, acknowledged: acks.filter(({ ok }) => ok).length, orders: new Set(digests).size, stormMs, settledMs,
      p50Ms: quantile(waits, 0.5), p99Ms: quantile(waits, 0.99), worstMs: Math.max(...waits),
    }, goals, options);
  } finally {
    for (const hall of halls) if (hall.connected) hall.disconnect();
    await api.kill('SIGTERM');
    await services.stop();
    await rm(files, { recursive: true, force: true });
  }
}

if (process.argv[2] === 'hands') hands();
else await main();
