import { Inject, Injectable } from '@nestjs/common';
import type { RecordingOrder, RoomId } from '@yaji/contracts';
import type { JobQueues } from '@yaji/messaging';
import { PlannedRoomEntity, PublicationEntity, RecordingOrderEntity } from '@yaji/persistence';
import { DataSource } from 'typeorm';
import { Refused } from '../errors.ts';
import type { Caller } from '../planning/session/caller.ts';
import { JOB_QUEUES } from '../ports.ts';
import { AftermathService } from './aftermath.service.ts';

/** In which way a room's recording is wanted. */
@Injectable()
export class RecordingOrders {
  constructor(private readonly aftermath: AftermathService, private readonly database: DataSource, @Inject(JOB_QUEUES) private readonly queues: JobQueues) {}

  /** Makes the published recording anew in another way. Refused where the room is not the caller's to moderate, or was not recorded yet. */
  async order(caller: Caller, roomId: RoomId, order: RecordingOrder): Promise<void> {
    const { sees } = await this.aftermath.admit(caller, roomId);
    if (sees !== 'moderating') throw new Refused('door/not-found');
    const { upTo, number } = await this.database.transaction(async (within) => {
      // Two who order at once get numbers one after the other.
      await within.getRepository(PlannedRoomEntity).findOne({ where: { roomId }, lock: { mode: 'pessimistic_write' } });
      const film = await within.getRepository(PublicationEntity).findOneBy({ roomId, kind: 'recording' });
      if (!film) throw new Refused('recording/none');
      const orders = within.getRepository(RecordingOrderEntity);
      const next = ((await orders.maximum('number', { roomId })) ?? 0) + 1;
      await orders.insert({ roomId, number: next, order, orderedBy: caller.participantId, at: Date.now() });
      return { upTo: film.upTo, number: next };
    });
    await this.queues.add({ name: 'recording-publish', data: { roomId, upTo, order: number } });
  }
}
