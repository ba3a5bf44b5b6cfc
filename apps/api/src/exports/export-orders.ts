import { Inject, Injectable } from '@nestjs/common';
import type { ExportOrdered, ExportWish, RoomId } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import type { JobQueues } from '@yaji/messaging';
import { DataSource } from 'typeorm';
import { AftermathService } from '../aftermath/aftermath.service.ts';
import { Refused } from '../errors.ts';
import type { Caller } from '../planning/session/caller.ts';
import { ENGINE, JOB_QUEUES } from '../ports.ts';
import { mayHave } from './may-have.ts';
import { editionFor, placeOrder } from './place-order.ts';

/** Who orders files to take away. */
@Injectable()
export class ExportOrders {
  constructor(
    private readonly aftermath: AftermathService, private readonly database: DataSource,
    @Inject(ENGINE) private readonly engine: Engine, @Inject(JOB_QUEUES) private readonly queues: JobQueues,
  ) {}

  /** Refused where the caller was not let in, or may not have it. While a room is open its moderators alone order. */
  async order(caller: Caller, roomId: RoomId, wish: ExportWish): Promise<ExportOrdered> {
    const viewer = await this.aftermath.admit(caller, roomId);
    if (!mayHave(viewer, wish, await editionFor(this.database, roomId, wish.what))) throw new Refused('door/not-found');
    const { seq, room: { phase } } = await this.engine.now(roomId);
    if (viewer.sees !== 'moderating' && phase !== 'closed') throw new Refused('export/not-yet');
    return placeOrder({ roomId, wish, upTo: seq, by: caller.participantId }, { database: this.database, queues: this.queues });
  }
}
