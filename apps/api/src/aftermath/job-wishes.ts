import { Inject, Injectable } from '@nestjs/common';
import type { JobProgress, RoomId } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import { type JobNews, type JobQueues, readJobId } from '@yaji/messaging';
import { PlannedRoomEntity } from '@yaji/persistence';
import { viewerOf } from '@yaji/salon';
import { DataSource } from 'typeorm';
import { Refused } from '../errors.ts';
import type { Caller } from '../planning/session/caller.ts';
import { ENGINE, JOB_NEWS, JOB_QUEUES } from '../ports.ts';

export type Wished = 'retry' | 'cancel';

/** What a room's moderators wish of its jobs. */
@Injectable()
export class JobWishes {
  constructor(
    private readonly database: DataSource,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(JOB_QUEUES) private readonly queues: JobQueues,
    @Inject(JOB_NEWS) private readonly news: JobNews,
  ) {}

  /** Answers how the room's jobs stand then. Refused where the room is not the caller's to moderate, or the job not the room's. */
  async wish(caller: Caller, { roomId, jobId, wished }: { roomId: RoomId; jobId: string; wished: Wished }): Promise<JobProgress[]> {
    await this.requireModerator(caller, roomId);
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

  /** Whoever may not, learns not even that there is such a room. */
  private async requireModerator({ participantId, salonId }: Caller, roomId: RoomId): Promise<void> {
    const isOfSalon = await this.database.getRepository(PlannedRoomEntity).existsBy({ roomId, salonId });
    if (!isOfSalon || viewerOf((await this.engine.now(roomId)).room, participantId).sees !== 'moderating') throw new Refused('door/not-found');
  }
}
