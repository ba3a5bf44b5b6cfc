import { Inject, Injectable } from '@nestjs/common';
import type { JobProgress, RoomId } from '@yaji/contracts';
import { type JobNews, type JobQueues, readJobId } from '@yaji/messaging';
import { Refused } from '../errors.ts';
import type { Caller } from '../planning/session/caller.ts';
import { JOB_NEWS, JOB_QUEUES } from '../ports.ts';
import { AftermathService } from './aftermath.service.ts';

export type Wished = 'retry' | 'cancel';

/** What a room's moderators wish of its jobs. */
@Injectable()
export class JobWishes {
  constructor(
    private readonly aftermath: AftermathService,
    @Inject(JOB_QUEUES) private readonly queues: JobQueues,
    @Inject(JOB_NEWS) private readonly news: JobNews,
  ) {}

  /** Answers how the room's jobs stand then. Refused where the room is not the caller's to moderate, or the job not the room's. */
  async wish(caller: Caller, { roomId, jobId, wished }: { roomId: RoomId; jobId: string; wished: Wished }): Promise<JobProgress[]> {
    const { sees } = await this.aftermath.admit(caller, roomId);
    if (sees !== 'moderating') throw new Refused('door/not-found');
    if (readJobId(jobId)?.roomId !== roomId) throw new Refused('door/not-found');
    await this.say(jobId, wished);
    return this.news.latest(roomId);
  }

  /** Without asking who wishes it. */
  async say(jobId: string, wished: Wished): Promise<void> {
    const came = await this.queues[wished](jobId);
    if (came === 'not-there') throw new Refused('door/not-found');
    if (came === 'not-now') throw new Refused('job/not-now');
  }
}
