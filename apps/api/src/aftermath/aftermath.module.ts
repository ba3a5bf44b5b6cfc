import { Module } from '@nestjs/common';
import { PlanningModule } from '../planning/planning.module.ts';
import { AftermathService } from './aftermath.service.ts';
import { FileController } from './file.controller.ts';
import { JobController } from './job.controller.ts';
import { JobWishes } from './job-wishes.ts';
import { RecordingOrders } from './recording-orders.ts';
import { RoomController } from './room.controller.ts';
import { TranscriptController } from './transcript/transcript.controller.ts';
import { TranscriptEditsController } from './transcript/transcript-edits.controller.ts';
import { TranscriptEdits } from './transcript/transcript-edits.service.ts';
import { TranscriptService } from './transcript/transcript.service.ts';

/** Logs, recordings, minutes and transcripts, and the work on them. */
@Module({ imports: [PlanningModule], controllers: [RoomController, FileController, TranscriptController, TranscriptEditsController, JobController], providers: [AftermathService, RecordingOrders, TranscriptService, TranscriptEdits, JobWishes], exports: [JobWishes, AftermathService] })
export class AftermathModule {}
