import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Invitation, InvitationBody, Role, RoomId, SeatLink } from '@yaji/contracts';
import { InvitationEntity, ParticipantEntity, PlannedRoomEntity, SalonEntity, type StoredInvitation } from '@yaji/persistence';
import type { Configuration, Tokens } from '@yaji/platform';
import { DataSource, IsNull, MoreThan } from 'typeorm';
import { Refused } from '../errors.ts';
import { CONFIGURATION, TOKENS } from '../ports.ts';
import { linkTo, seatIn, shown } from './links.ts';
import { ModerationService } from './moderation.service.ts';
import type { Caller } from './session/caller.ts';

const afterwardsMs = 86_400_000;
/** Who shows the way to a seat: the display by its QR code, people by their hand. */
const showTheWay: ReadonlySet<Role> = new Set<Role>(['display', 'usher', 'moderator', 'owner']);

/** Links into a salon, made and taken back by those who moderate it. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly database: DataSource,
    private readonly moderation: ModerationService,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(TOKENS) private readonly tokens: Tokens,
  ) {}

  async list(caller: Caller): Promise<Invitation[]> {
    await this.moderation.requireModerator(caller);
    const stored = await this.database.getRepository(InvitationEntity).find({ where: { salonId: caller.salonId }, order: { createdAt: 'DESC' } });
    return Promise.all(stored.map((invitation) => shown(invitation, this.configuration, this.tokens)));
  }

  async create(caller: Caller, { role, participantId, expiresAt }: InvitationBody): Promise<Invitation> {
    const own = await this.moderation.requireModerator(caller);
    const { salonId } = caller;
    if (role === 'owner' && own !== 'owner') throw new Refused('door/not-found');
    const person = participantId ? await this.database.getRepository(ParticipantEntity).findOneBy({ participantId, salonId }) : null;
    if (participantId && !person) throw new Refused('contract/invalid', [{ path: 'participantId', message: 'is nobody of this salon' }]);
    if (person && person.role !== role) throw new Refused('contract/invalid', [{ path: 'role', message: `is not this person’s: ${person.role}` }]);
    const salon = await this.database.getRepository(SalonEntity).findOneByOrFail({ salonId });
    const now = Date.now();
    if (expiresAt !== undefined && expiresAt <= now) throw new Refused('contract/invalid', [{ path: 'expiresAt', message: 'is over already' }]);
    const invitation: StoredInvitation = {
      invitationId: randomUUID(), salonId, role, participantId: participantId ?? null,
      expiresAt: expiresAt ?? Math.max(salon.endsAt, now) + afterwardsMs, revokedAt: null, createdBy: caller.participantId, createdAt: now,
    };
    await this.database.getRepository(InvitationEntity).insert(invitation);
    return shown(invitation, this.configuration, this.tokens);
  }

  /** The salon's own link for whoever is in the hall. None that a moderator made for somebody is ever shown, nor one that was taken back. */
  async seatLink({ salonId, role }: Caller, roomId: RoomId): Promise<SeatLink> {
    const isOurs = showTheWay.has(role) && await this.database.getRepository(PlannedRoomEntity).existsBy({ roomId, salonId });
    const general = { salonId, role: 'attendee' as const, participantId: IsNull(), createdBy: IsNull(), revokedAt: IsNull(), expiresAt: MoreThan(Date.now()) };
    const invitation = isOurs ? await this.database.getRepository(InvitationEntity).findOne({ where: general, order: { expiresAt: 'DESC' } }) : null;
    if (!invitation) throw new Refused('door/not-found');
    return { url: seatIn(await linkTo(invitation, this.configuration, this.tokens), roomId) };
  }

  /** From now on the link opens nothing, and who came by it is shown out within two seconds. Once more is no error. */
  async revoke(caller: Caller, invitationId: string): Promise<void> {
    await this.moderation.requireModerator(caller);
    const links = this.database.getRepository(InvitationEntity);
    if (!(await links.existsBy({ invitationId, salonId: caller.salonId }))) throw new Refused('door/not-found');
    await links.update({ invitationId, revokedAt: IsNull() }, { revokedAt: Date.now() });
  }
}
