import { Inject, Injectable } from '@nestjs/common';
import type { OpsJob, OpsQueue } from '@yaji/contracts';
import { type JobQueues, jobNames } from '@yaji/messaging';
import { DataSource } from 'typeorm';
import { JOB_QUEUES } from '../ports.ts';
import { AsFarAsKnown } from './as-far-as-known.ts';
import { namesOf } from './rooms-live.ts';

/** The queues, and the jobs of all rooms. */
@Injectable()
export class WorkNow {
  constructor(@Inject(JOB_QUEUES) private readonly queues: JobQueues, private readonly database: DataSource, private readonly known: AsFarAsKnown) {}

  counts(): Promise<OpsQueue[]> {
    return Promise.all(jobNames.map(async (name) => {
      const { waiting, delayed, active, failed, ...rest } = await this.queues.counts(name);
      return { name, waiting: waiting + delayed + rest['waiting-children'], running: active, failed };
    }));
  }

  async jobs(): Promise<OpsJob[]> {
    const unfinished = await this.queues.unfinished();
    const names = await this.known.orNull(namesOf([...new Set(unfinished.map(({ roomId }) => roomId))], this.database));
    return unfinished.map(({ roomId, progress }) => ({ ...progress, roomId, salon: names?.get(roomId)?.salon ?? null, title: names?.get(roomId)?.title ?? null }));
  }
}
