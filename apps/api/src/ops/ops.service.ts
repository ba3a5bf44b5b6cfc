import { Inject, Injectable } from '@nestjs/common';
import type { OpsHealth, OpsJob, OpsMediaNode, OpsQueue, OpsReport } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import { type JobQueues, jobNames, type MediaNodes, type Presence } from '@yaji/messaging';
import type { Configuration, Log } from '@yaji/platform';
import { DataSource } from 'typeorm';
import { withinPatience } from '../live/patience.ts';
import { CONFIGURATION, ENGINE, JOB_QUEUES, LOG, MEDIA_NODES, PRESENCE, REDIS_PING } from '../ports.ts';
import { freeSpace } from './free-space.ts';
import { namesOf, roomsLive } from './rooms-live.ts';

/** What does not answer by then is unknown: the page is wanted most when something is away. */
const patienceMs = 2_000;

/** Reads how the house stands. Whatever is away, the rest is told. */
@Injectable()
export class OpsService {
  constructor(
    private readonly database: DataSource,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(PRESENCE) private readonly presence: Presence,
    @Inject(MEDIA_NODES) private readonly mediaNodes: MediaNodes,
    @Inject(JOB_QUEUES) private readonly queues: JobQueues,
    @Inject(REDIS_PING) private readonly pingRedis: () => Promise<number | null>,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async report(): Promise<OpsReport> {
    const { database, engine, presence } = this;
    const [rooms, media, queues, jobs, health] = await Promise.all([
      this.orUnknown(roomsLive({ database, engine, presence })), this.media(), this.orUnknown(this.countQueues()), this.orUnknown(this.jobs()), this.health(),
    ]);
    return { at: Date.now(), rooms, media, queues, jobs, health };
  }

  private async media(): Promise<OpsMediaNode[] | 'unknown'> {
    const nodes = await this.orUnknown(this.mediaNodes.list());
    return nodes === 'unknown' ? nodes : nodes.map(({ nodeId, url, load, workers, people }) => ({ nodeId, url, load, workers: workers ?? null, people: people ?? null }));
  }

  private countQueues(): Promise<OpsQueue[]> {
    return Promise.all(jobNames.map(async (name) => {
      const { waiting, delayed, active, failed, ...rest } = await this.queues.counts(name);
      return { name, waiting: waiting + delayed + rest['waiting-children'], running: active, failed };
    }));
  }

  private async jobs(): Promise<OpsJob[]> {
    const unfinished = await this.queues.unfinished();
    const names = await this.known(namesOf([...new Set(unfinished.map(({ roomId }) => roomId))], this.database));
    return unfinished.map(({ roomId, progress }) => ({ ...progress, roomId, salon: names?.get(roomId)?.salon ?? null, title: names?.get(roomId)?.title ?? null }));
  }

  private async health(): Promise<OpsHealth> {
    const askedAt = performance.now();
    const asked = this.database.query('select 1').then(() => Math.round((performance.now() - askedAt) * 10) / 10);
    const [postgres, redis, files] = await Promise.all([this.known(asked), this.known(this.pingRedis()), this.known(freeSpace(this.configuration.dataDir))]);
    return { postgres: { tookMs: postgres }, redis: { tookMs: redis }, files };
  }

  private async known<T>(asked: Promise<T>): Promise<T | null> {
    try {
      return await withinPatience(asked, patienceMs);
    } catch (err) {
      this.log.warn({ err }, 'the operator is told of something that it is unknown');
      return null;
    }
  }

  private async orUnknown<T>(asked: Promise<T>): Promise<T | 'unknown'> {
    return (await this.known(asked)) ?? 'unknown';
  }
}
