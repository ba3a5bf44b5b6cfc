import { Inject, Injectable } from '@nestjs/common';
import type { Aftermath, RecordingOrder, RoomId, Told } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import type { JobNews, JobQueues } from '@yaji/messaging';
import { ClipEntity, PlannedRoomEntity, type Publication, PublicationEntity, RecordingOrderEntity } from '@yaji/persistence';
import type { Tokens } from '@yaji/platform';
import { seal, viewerOf, type Viewer } from '@yaji/salon';
import { DataSource } from 'typeorm';
import { Refused } from '../errors.ts';
import { ENGINE, JOB_NEWS, JOB_QUEUES, TOKENS } from '../ports.ts';
import type { Caller } from '../planning/session/caller.ts';
import { aftermathOf } from './offers.ts';

/** What a room leaves behind, for those who were let into it. */
@Injectable()
export class AftermathService {
  constructor(
    private readonly database: DataSource,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(TOKENS) private readonly tokens: Tokens,
    @Inject(JOB_NEWS) private readonly jobNews: JobNews,
    @Inject(JOB_QUEUES) private readonly queues: JobQueues,
  ) {}

  async log(caller: Caller, roomId: RoomId): Promise<Told[]> {
    const viewer = await this.admit(caller, roomId);
    return (await this.engine.read(roomId, 0)).map((record) => seal(record, viewer));
  }

  async read(caller: Caller, roomId: RoomId): Promise<Aftermath> {
    const viewer = await this.admit(caller, roomId);
    const published = (await this.database.getRepository(PublicationEntity).findBy({ roomId })) as Publication[];
    const clips = await this.database.getRepository(ClipEntity).find({ where: { roomId }, order: { turn: 'ASC' } });
    const jobs = viewer.sees === 'moderating' ? await this.jobNews.latest(roomId) : [];
    return aftermathOf({ published, clips, jobs }, async (fileId) => `/api/files/${await this.tokens.signFileLink({ fileId })}`);
  }

  /** Makes the published recording anew in another way. Refused where the room is not the caller's to moderate, or was not recorded yet. */
  async order(caller: Caller, roomId: RoomId, order: RecordingOrder): Promise<void> {
    const { sees } = await this.admit(caller, roomId);
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

  /** Whoever was not let in learns not even that the room exists. */
  async admit({ participantId, salonId }: Caller, roomId: RoomId): Promise<Viewer> {
    if (!(await this.database.getRepository(PlannedRoomEntity).existsBy({ roomId, salonId }))) throw new Refused('door/not-found');
    const viewer = viewerOf((await this.engine.now(roomId)).room, participantId);
    if (viewer.sees === 'outside') throw new Refused('door/not-found');
    return viewer;
  }
}
