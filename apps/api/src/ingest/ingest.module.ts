import { Module } from '@nestjs/common';
import { postgresIngestKeys } from '@yaji/persistence';
import { DataSource } from 'typeorm';
import { PlanningModule } from '../planning/planning.module.ts';
import { INGEST_KEYS } from '../ports.ts';
import { IngestAddresses } from './ingest-addresses.ts';
import { IngestController } from './ingest.controller.ts';
import { IngestService } from './ingest.service.ts';

/** Keys for encoders. They are used at the media nodes. */
@Module({
  imports: [PlanningModule],
  controllers: [IngestController],
  providers: [IngestService, IngestAddresses, { provide: INGEST_KEYS, useFactory: postgresIngestKeys, inject: [DataSource] }],
})
export class IngestModule {}
