import { Module } from '@nestjs/common';
import { PlanningModule } from '../planning/planning.module.ts';
import { AftermathService } from './aftermath.service.ts';
import { FileController } from './file.controller.ts';
import { RoomController } from './room.controller.ts';
import { TranscriptController } from './transcript/transcript.controller.ts';
import { TranscriptService } from './transcript/transcript.service.ts';

/** Logs, recordings, minutes and transcripts. */
@Module({ imports: [PlanningModule], controllers: [RoomController, FileController, TranscriptController], providers: [AftermathService, TranscriptService] })
export class AftermathModule {}
