import { Inject, Injectable } from '@nestjs/common';
import { ParticipantId, SalonId } from '@yaji/contracts';
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
    const { invitationId } = claims;
    const salonId = SalonId.parse(claims.salonId);
    const [participant, standing] = await Promise.all([
      this.database.getRepository(ParticipantEntity).findOneBy({ participantId: ParticipantId.parse(claims.participantId), salonId }),
      this.database.getRepository(InvitationEntity).existsBy({ invitationId, salonId, revokedAt: IsNull() }),
    ]);
    return participant && standing ? { participant, invitationId } : null;
  }

  /** Those of the given links that were revoked. */
  async revoked(invitationIds: readonly string[]): Promise<string[]> {
    if (invitationIds.length === 0) return [];
    const found = await this.database.getRepository(InvitationEntity).find({ where: { invitationId: In([...invitationIds]), revokedAt: Not(IsNull()) }, select: { invitationId: true } });
    return found.map(({ invitationId }) => invitationId);
  }
}
