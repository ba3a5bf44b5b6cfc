import { Inject, Injectable } from '@nestjs/common';
import type { OpsHealth } from '@yaji/contracts';
import type { Configuration } from '@yaji/platform';
import { DataSource } from 'typeorm';
import { CONFIGURATION, REDIS_PING } from '../ports.ts';
import { AsFarAsKnown } from './as-far-as-known.ts';
import { freeSpace } from './free-space.ts';

/** Whether what everything stands on answers. */
@Injectable()
export class HealthNow {
  constructor(
    private readonly database: DataSource,
    @Inject(REDIS_PING) private readonly pingRedis: () => Promise<number | null>,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly known: AsFarAsKnown,
  ) {}

  async read(): Promise<OpsHealth> {
    const askedAt = performance.now();
    const asked = this.database.query('select 1').then(() => Math.round((performance.now() - askedAt) * 10) / 10);
    const [postgres, redis, files] = await Promise.all([this.known.orNull(asked), this.known.orNull(this.pingRedis()), this.known.orNull(freeSpace(this.configuration.dataDir))]);
    return { postgres: { tookMs: postgres }, redis: { tookMs: redis }, files };
  }
}
