import { Inject, Injectable } from '@nestjs/common';
import type { ExportStanding, ExportWhat, JobProgress, RoomId } from '@yaji/contracts';
import { jobIdOf, type JobNews } from '@yaji/messaging';
import { exportBases, exportsOf, type StoredExport } from '@yaji/persistence';
import { DataSource } from 'typeorm';
import { JOB_NEWS } from '../ports.ts';
import { editionFor } from './place-order.ts';

/** What was ordered of a room, with what the worker said last of each. */
@Injectable()
export class StandingOrders {
  constructor(private readonly database: DataSource, @Inject(JOB_NEWS) private readonly jobNews: JobNews) {}

  async all(roomId: RoomId): Promise<(StoredExport & { standing: ExportStanding })[]> {
    const [stored, told] = await Promise.all([exportsOf(this.database, roomId), this.jobNews.latest(roomId)]);
    return stored.map((one) => ({ ...one, standing: standingOf(one, told) }));
  }

  bases(roomId: RoomId): Promise<Record<ExportWhat, string>> {
    return exportBases(this.database, roomId);
  }

  editionFor(roomId: RoomId, what: ExportWhat): Promise<number> {
    return editionFor(this.database, roomId, what);
  }
}

function standingOf({ roomId, upTo, number, what, format, language }: StoredExport, told: readonly JobProgress[]): ExportStanding {
  const jobId = jobIdOf({ name: 'room-export', data: { roomId, upTo, order: number, what, format, language } });
  const job = told.find((one) => one.jobId === jobId);
  return job ? { state: job.state, percent: job.percent, leftMs: job.leftMs, error: job.error } : { state: 'waiting', percent: 0, leftMs: null, error: null };
}
