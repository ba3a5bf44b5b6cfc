import { Module } from '@nestjs/common';
import { PlanningModule } from '../planning/planning.module.ts';
import { AftermathService } from './aftermath.service.ts';
import { FileController } from './file.controller.ts';
import { RoomController } from './room.controller.ts';

/** Logs, recordings and minutes. */
@Module({ imports: [PlanningModule], controllers: [RoomController, FileController], providers: [AftermathService] })
export class AftermathModule {}
