import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Engine } from '@yaji/engine';
import type { Messaging } from '@yaji/messaging';
import { type Configuration, type Health, HealthModule, type Log, type Storage, type Tokens } from '@yaji/platform';
import { DataSource } from 'typeorm';
import { AftermathModule } from './aftermath/aftermath.module.ts';
import { BallotModule } from './ballot/ballot.module.ts';
import { ExportModule } from './exports/export.module.ts';
import { IngestModule } from './ingest/ingest.module.ts';
import { PushModule } from './stream/push.module.ts';
import { LiveModule } from './live/live.module.ts';
import { OpsModule } from './ops/ops.module.ts';
import { PlanningModule } from './planning/planning.module.ts';
import { CONFIGURATION, ENGINE, JOB_NEWS, JOB_QUEUES, LOG, MEDIA_NODES, METRICS, PRESENCE, REDIS_PING, STORAGE, TOKENS, TRANSLATIONS } from './ports.ts';
import { StatisticsModule } from './statistics/statistics.module.ts';
import { WrittenModule } from './written/written.module.ts';

/** What the api's parts stand on. */
export type Ports = { configuration: Configuration; log: Log; tokens: Tokens; storage: Storage; database: DataSource; engine: Engine; messaging: Messaging; metrics: Health['metrics'] };

@Global()
@Module({})
class PortsModule {
  static with({ configuration, log, tokens, storage, database, engine, messaging, metrics }: Ports): DynamicModule {
    const providers = [
      { provide: CONFIGURATION, useValue: configuration }, { provide: LOG, useValue: log }, { provide: TOKENS, useValue: tokens },
      { provide: STORAGE, useValue: storage }, { provide: DataSource, useValue: database }, { provide: ENGINE, useValue: engine },
      { provide: PRESENCE, useValue: messaging.presence }, { provide: MEDIA_NODES, useValue: messaging.mediaNodes }, { provide: JOB_NEWS, useValue: messaging.jobNews },
      { provide: METRICS, useValue: metrics }, { provide: TRANSLATIONS, useValue: messaging.translations },
      { provide: JOB_QUEUES, useValue: messaging.queues }, { provide: REDIS_PING, useValue: () => messaging.ping() },
    ];
    return { module: PortsModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}

@Module({})
export class ApiModule {
  static with(ports: Ports, health: Health): DynamicModule {
    return { module: ApiModule, imports: [PortsModule.with(ports), HealthModule.with(health), PlanningModule, AftermathModule, BallotModule, ExportModule, IngestModule, PushModule, LiveModule, OpsModule, StatisticsModule, WrittenModule] };
  }
}
