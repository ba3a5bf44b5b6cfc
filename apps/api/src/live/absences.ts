import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandId, type ParticipantId } from '@yaji/contracts';
import type { Engine } from '@yaji/engine';
import type { Presence } from '@yaji/messaging';
import { ParticipantEntity } from '@yaji/persistence';
import { absenceMs } from '@yaji/salon';
import { DataSource, In } from 'typeorm';
import { ENGINE, PRESENCE } from '../ports.ts';
import type { LiveRoom } from './live-room.ts';

/** Notices who is gone. Nobody is absent because Redis is away, and nobody who was introduced or checked in in the hall and has no screen. */
@Injectable()
export class Absences {
  constructor(
    private readonly database: DataSource,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(PRESENCE) private readonly presence: Presence,
  ) {}

  /** Says of everybody whom no process has seen for a minute that he is absent. Answers how many without a socket here are still to be watched. */
  async say(live: LiveRoom): Promise<number> {
    const { room } = live.feed;
    if (room.phase !== 'open') return 0;
    const unseen = Object.values(room.members).filter(({ participantId, place, checkedIn }) => place !== null && !checkedIn && !live.sockets.has(participantId));
    const watched = await this.withScreen(live, unseen.map(({ participantId }) => participantId));
    for (const participantId of watched) await this.sayOne(live, participantId);
    return watched.length;
  }

  private async sayOne({ roomId }: LiveRoom, participantId: ParticipantId): Promise<void> {
    const seenAt = await this.presence.lastSeen(roomId, participantId);
    const at = Date.now();
    const lastSeenAt = seenAt === null ? at - absenceMs : seenAt;
    if (lastSeenAt === 'unknown' || at - lastSeenAt < absenceMs) return;
    await this.engine.handle(roomId, { type: 'member.absent', data: { participantId, lastSeenAt } }, { by: null, commandId: CommandId.parse(randomUUID()) });
  }

  /** Those of the salon's people who came by a link; who was introduced in the hall has no row. */
  private async withScreen({ screened }: LiveRoom, participantIds: readonly ParticipantId[]): Promise<ParticipantId[]> {
    const unknown = participantIds.filter((participantId) => !screened.has(participantId));
    if (unknown.length > 0) {
      const found = await this.database.getRepository(ParticipantEntity).find({ where: { participantId: In(unknown) }, select: { participantId: true } });
      for (const participantId of unknown) screened.set(participantId, found.some((one) => one.participantId === participantId));
    }
    return participantIds.filter((participantId) => screened.get(participantId));
  }
}
