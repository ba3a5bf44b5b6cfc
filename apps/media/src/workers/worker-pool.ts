import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '@yaji/platform';
import { type MediaWorker, type Ports, startWorker } from './media-worker.ts';

/** Above this share of its core a worker takes no more people: further up it answers control requests late or never. */
export const fullCpu = 0.75;
/** What a join will add to a worker's load before the next measurement shows it. */
const cpuPerJoin = 0.001;
const measureEveryMs = 2_000;
/** A worker that already has the room is taken until it is this much busier than the least busy one: pipes cost too. */
const homeBonus = 0.25;
const restartPauseMs = 1_000;

/** The mediasoup processes of this node, one per core. One that dies is replaced; `died` hears of it after its routers are closed. */
export class WorkerPool {
  private readonly workers = new Map<number, MediaWorker>();
  private measuring: NodeJS.Timeout | null = null;
  private isClosed = false;

  constructor(private readonly ports: Ports, private readonly log: Log, private readonly died: (worker: MediaWorker) => void) {}

  /** Rejects when a worker cannot start: a wrong executable, a taken port. None of the others is left running then. */
  async start(count: number): Promise<void> {
    const started = await Promise.allSettled(Array.from({ length: count }, (_, index) => this.startOne(index)));
    const failed = started.find((one) => one.status === 'rejected');
    if (failed) {
      this.close();
      throw failed.reason;
    }
    this.measuring = setInterval(() => void this.measure(), measureEveryMs);
  }

  get all(): MediaWorker[] {
    return [...this.workers.values()];
  }

  /** The least loaded worker, with a bonus for those that have the room already; null when all are full. */
  pick(homes: ReadonlySet<MediaWorker>): MediaWorker | null {
    const load = (one: MediaWorker): number => one.cpu + one.joined * cpuPerJoin;
    const cost = (one: MediaWorker): number => load(one) + one.people * 1e-6 - (homes.has(one) ? homeBonus : 0);
    const free = this.all.filter((one) => load(one) < fullCpu);
    return free.sort((one, other) => cost(one) - cost(other))[0] ?? null;
  }

  close(): void {
    this.isClosed = true;
    if (this.measuring) clearInterval(this.measuring);
    for (const { worker } of this.workers.values()) worker.close();
    this.workers.clear();
  }

  private async startOne(index: number): Promise<void> {
    const started = await startWorker(index, this.ports);
    if (this.isClosed) return started.worker.close();
    this.workers.set(index, started);
    started.worker.on('died', (cause) => {
      this.log.error({ worker: index, pid: started.worker.pid, err: cause }, 'a media worker died; another takes its place');
      this.workers.delete(index);
      this.died(started);
      void this.replace(index);
    });
  }

  private async replace(index: number): Promise<void> {
    for (let pause = 0; !this.isClosed; pause = restartPauseMs) {
      await wait(pause);
      try {
        return await this.startOne(index);
      } catch (cause) {
        this.log.error({ worker: index, err: cause }, 'a media worker does not start');
      }
    }
  }

  private async measure(): Promise<void> {
    await Promise.all(this.all.map(async (one) => {
      try {
        one.cpu = await cpuOf(one);
        one.joined = 0;
      } catch (cause) {
        if (!one.worker.closed) this.log.warn({ worker: one.index, err: cause }, 'a media worker does not say its load');
      }
    }));
  }
}

const before = new WeakMap<MediaWorker, { spentMs: number; at: number }>();

/** Share of a core since the last call. */
async function cpuOf(one: MediaWorker): Promise<number> {
  const usage = await one.worker.getResourceUsage();
  const now = { spentMs: usage.ru_utime + usage.ru_stime, at: performance.now() };
  const last = before.get(one);
  before.set(one, now);
  return last ? Math.max(0, (now.spentMs - last.spentMs) / (now.at - last.at)) : one.cpu;
}
