import { Module } from '@nestjs/common';
import { AftermathModule } from '../aftermath/aftermath.module.ts';
import { PlanningModule } from '../planning/planning.module.ts';
import { StatisticsController } from './statistics.controller.ts';
import { StatisticsService } from './statistics.service.ts';

/** What can be counted of a room. */
@Module({ imports: [PlanningModule, AftermathModule], controllers: [StatisticsController], providers: [StatisticsService] })
export class StatisticsModule {}
