import { Injectable } from '@nestjs/common';
import type { OpsReport } from '@yaji/contracts';
import { AsFarAsKnown } from './as-far-as-known.ts';
import { HealthNow } from './health-now.ts';
import { RoomsNow } from './rooms-now.ts';
import { WorkNow } from './work-now.ts';

/** Reads how the house stands. Whatever is away, the rest is told. */
@Injectable()
export class OpsService {
  constructor(private readonly rooms: RoomsNow, private readonly work: WorkNow, private readonly health: HealthNow, private readonly known: AsFarAsKnown) {}

  async report(): Promise<OpsReport> {
    const { known } = this;
    const [rooms, media, queues, jobs, health] = await Promise.all([
      known.orUnknown(this.rooms.read()), known.orUnknown(this.rooms.media()), known.orUnknown(this.work.counts()), known.orUnknown(this.work.jobs()), this.health.read(),
    ]);
    return { at: Date.now(), rooms, media, queues, jobs, health };
  }
}
