import { Module } from '@nestjs/common';
import { postgresPushAddresses } from '@yaji/persistence';
import type { Configuration } from '@yaji/platform';
import { DataSource } from 'typeorm';
import { PlanningModule } from '../planning/planning.module.ts';
import { CONFIGURATION, PUSH_ADDRESSES } from '../ports.ts';
import { PushController } from './push.controller.ts';
import { PushService } from './push.service.ts';

/** Addresses that the program of a room can be pushed to. The media nodes push. */
@Module({
  imports: [PlanningModule],
  controllers: [PushController],
  providers: [PushService, { provide: PUSH_ADDRESSES, useFactory: (source: DataSource, { secret }: Configuration) => postgresPushAddresses(source, secret), inject: [DataSource, CONFIGURATION] }],
})
export class PushModule {}
