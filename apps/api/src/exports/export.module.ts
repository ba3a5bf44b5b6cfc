import { Module } from '@nestjs/common';
import { AftermathModule } from '../aftermath/aftermath.module.ts';
import { PlanningModule } from '../planning/planning.module.ts';
import { ExportController } from './export.controller.ts';
import { ExportOffers } from './export-offers.ts';
import { ExportOrders } from './export-orders.ts';
import { StandingOrders } from './standing-orders.ts';

/** Files to take away. */
@Module({ imports: [PlanningModule, AftermathModule], controllers: [ExportController], providers: [ExportOrders, ExportOffers, StandingOrders] })
export class ExportModule {}
