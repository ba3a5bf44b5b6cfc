import { Inject, Injectable } from '@nestjs/common';
import type { Aftermath, RoomId, Told } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import type { JobNews } from '@yaji/messaging';
import { ClipEntity, PlannedRoomEntity, type Publication, PublicationEntity } from '@yaji/persistence';
import type { Tokens } from '@yaji/platform';
import { seal, viewerOf, type Viewer } from '@yaji/salon';
import { DataSource } from 'typeorm';
import { Refused } from '../errors.ts';
import { ENGINE, JOB_NEWS, TOKENS } from '../ports.ts';
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

  /** Whoever was not let in learns not even that the room exists. */
  async admit({ participantId, salonId }: Caller, roomId: RoomId): Promise<Viewer> {
    if (!(await this.database.getRepository(PlannedRoomEntity).existsBy({ roomId, salonId }))) throw new Refused('door/not-found');
    const viewer = viewerOf((await this.engine.now(roomId)).room, participantId);
    if (viewer.sees === 'outside') throw new Refused('door/not-found');
    return viewer;
  }
}
