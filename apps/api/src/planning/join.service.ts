import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type InvitationSeen, type JoinBody, type Joined, ParticipantId, SalonId, type LocalText } from '@yaji/contracts';
import { InvitationEntity, ParticipantEntity, SalonEntity, type Participant, type StoredInvitation } from '@yaji/persistence';
import type { Tokens } from '@yaji/platform';
import { DataSource, IsNull, MoreThan } from 'typeorm';
import { Refused } from '../errors.ts';
import { TOKENS } from '../ports.ts';
import { SessionService } from './session/session.service.ts';

/** A session reaches this far past the salon, for what comes after the talk. */
const sessionMs = 7 * 86_400_000;
/** A projector gives no name. */
const hallName: LocalText = { en: 'Hall display', 'zh-CN': '会场大屏' };

@Injectable()
export class JoinService {
  constructor(
    private readonly database: DataSource,
    private readonly sessions: SessionService,
    @Inject(TOKENS) private readonly tokens: Tokens,
  ) {}

  /** For whom a link is, without using it. */
  async see(token: string): Promise<InvitationSeen> {
    const { salonId, role, participantId } = await this.find(token);
    const person = participantId ? await this.person(participantId) : null;
    return { salonId, role: person?.role ?? role, participantId, name: person?.name ?? null, organisation: person?.organisation ?? null };
  }

  /**
   * An invitation against a session. Whoever shows the session that this same link gave him before stays who he was.
   * `shown`: that session's token, or empty.
   */
  async join(body: JoinBody, shown: string): Promise<Joined> {
    const invitation = await this.find(body.invitation);
    const participant = (await this.known(invitation, shown)) ?? (await this.welcome(invitation, body));
    const { participantId, salonId, role, name } = participant;
    const salon = await this.database.getRepository(SalonEntity).findOneByOrFail({ salonId });
    const expiresAt = Math.max(salon.endsAt, Date.now()) + sessionMs;
    const token = await this.tokens.signSession({ salonId, participantId, invitationId: invitation.invitationId }, expiresAt);
    return { token, expiresAt, participantId, role, salonId, name };
  }

  private async find(token: string): Promise<StoredInvitation> {
    const claims = await this.tokens.verifyInvitation(token);
    const invitation = claims && await this.database.getRepository(InvitationEntity).findOneBy({
      invitationId: claims.invitationId, salonId: SalonId.parse(claims.salonId), revokedAt: IsNull(), expiresAt: MoreThan(Date.now()),
    });
    if (!invitation) throw new Refused('invitation/invalid');
    return invitation;
  }

  private person(participantId: ParticipantId): Promise<Participant> {
    return this.database.getRepository(ParticipantEntity).findOneByOrFail({ participantId });
  }

  private async known({ invitationId, participantId }: StoredInvitation, shown: string): Promise<Participant | null> {
    if (participantId) return this.person(participantId);
    const session = shown === '' ? null : await this.sessions.read(shown);
    return session?.invitationId === invitationId ? session.participant : null;
  }

  private async welcome({ salonId, role }: StoredInvitation, { name, organisation, language }: JoinBody): Promise<Participant> {
    const given = name ?? (role === 'display' ? hallName : null);
    if (!given) throw new Refused('join/name-needed', [{ path: 'name', message: 'is needed' }]);
    const guest: Participant = {
      participantId: ParticipantId.parse(randomUUID()), salonId, position: null, name: given, role, organisationId: null,
      organisation: organisation ?? null, group: null, country: null, languages: language ? [language] : [], createdAt: Date.now(),
    };
    await this.database.getRepository(ParticipantEntity).insert(guest);
    return guest;
  }
}
