import { Inject, Injectable } from '@nestjs/common';
import { InvitationEntity, ParticipantEntity, type Participant } from '@yaji/persistence';
import type { Tokens } from '@yaji/platform';
import { DataSource, In, IsNull, Not } from 'typeorm';
import { TOKENS } from '../../ports.ts';

/** A session that holds: the person and the link that he came by. */
export type Session = { participant: Participant; invitationId: string };

@Injectable()
export class SessionService {
  constructor(private readonly database: DataSource, @Inject(TOKENS) private readonly tokens: Tokens) {}

  /** Null for whatever is forged, over, revoked, or of somebody who is gone. */
  async read(token: string): Promise<Session | null> {
    const claims = await this.tokens.verifySession(token);
    if (!claims) return null;
    const { invitationId, salonId, participantId } = claims;
    const participant = await this.database.getRepository(ParticipantEntity).createQueryBuilder('p')
      .where('p.participant_id = :participantId and p.salon_id = :salonId', { participantId, salonId })
      .andWhere('exists (select from invitation i where i.invitation_id = :invitationId and i.salon_id = :salonId and i.revoked_at is null)', { invitationId })
      .getOne();
    return participant ? { participant, invitationId } : null;
  }

  /** Those of the given links that were revoked. */
  async revoked(invitationIds: readonly string[]): Promise<string[]> {
    if (invitationIds.length === 0) return [];
    const found = await this.database.getRepository(InvitationEntity).find({ where: { invitationId: In([...invitationIds]), revokedAt: Not(IsNull()) }, select: { invitationId: true } });
    return found.map(({ invitationId }) => invitationId);
  }
}
