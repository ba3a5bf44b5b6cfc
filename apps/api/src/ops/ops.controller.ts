import { Controller, Get, Header, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { OpsReport } from '@yaji/contracts';
import { z } from 'zod';
import { JobWishes } from '../aftermath/job-wishes.ts';
import { OperatorGuard } from '../planning/session/operator.guard.ts';
import { OpsService } from './ops.service.ts';

const JobId = z.string().max(120);

@ApiTags('ops')
@ApiBearerAuth('operator')
@UseGuards(OperatorGuard)
@Controller('api/ops')
export class OpsController {
  constructor(private readonly ops: OpsService, private readonly wishes: JobWishes) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Rooms, media nodes, queues, jobs and health' })
  read(): Promise<OpsReport> {
    return this.ops.report();
  }

  @Post('jobs/:job/retry')
  @HttpCode(200)
  @ApiOperation({ summary: 'Runs a job again that failed or was cancelled; answers how the house stands then' })
  async retry(@Param('job', { schema: JobId }) jobId: string): Promise<OpsReport> {
    await this.wishes.say(jobId, 'retry');
    return this.ops.report();
  }

  @Post('jobs/:job/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ends a job that waits or runs; answers how the house stands then' })
  async cancel(@Param('job', { schema: JobId }) jobId: string): Promise<OpsReport> {
    await this.wishes.say(jobId, 'cancel');
    return this.ops.report();
  }
}
