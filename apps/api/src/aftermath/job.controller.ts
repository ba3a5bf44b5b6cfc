import { Controller, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type JobProgress, RoomId } from '@yaji/contracts';
import { z } from 'zod';
import { CalledBy, type Caller } from '../planning/session/caller.ts';
import { SessionGuard } from '../planning/session/session.guard.ts';
import { JobWishes } from './job-wishes.ts';

const JobId = z.string().max(120);

@ApiTags('rooms')
@ApiBearerAuth('session')
@UseGuards(SessionGuard)
@Controller('api/rooms/:room/jobs/:job')
export class JobController {
  constructor(private readonly wishes: JobWishes) {}

  @Post('retry')
  @HttpCode(200)
  @ApiOperation({ summary: 'Runs a job again that failed or was cancelled, with what it needs and what needs it (moderators); answers the room’s jobs' })
  async retry(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId, @Param('job', { schema: JobId }) jobId: string): Promise<{ jobs: JobProgress[] }> {
    return { jobs: await this.wishes.wish(caller, { roomId, jobId, wished: 'retry' }) };
  }

  @Post('cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ends a job that waits or runs (moderators); answers the room’s jobs' })
  async cancel(@CalledBy() caller: Caller, @Param('room', { schema: RoomId }) roomId: RoomId, @Param('job', { schema: JobId }) jobId: string): Promise<{ jobs: JobProgress[] }> {
    return { jobs: await this.wishes.wish(caller, { roomId, jobId, wished: 'cancel' }) };
  }
}
