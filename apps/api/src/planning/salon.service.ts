import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Booklet, Programme, type Role, type SalonCard, type SalonId, type SalonMade } from '@yaji/contracts';
import {
  InvitationEntity, OrganisationEntity, ParticipantEntity, PlannedRoomEntity, SalonEntity, type Participant, type Salon, type StoredInvitation,
} from '@yaji/persistence';
import { type Configuration, fileId, type Storage, type Tokens } from '@yaji/platform';
import { DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { Refused } from '../errors.ts';
import { CONFIGURATION, STORAGE, TOKENS } from '../ports.ts';
import { cardOf, personOf, roomOf } from './booklet.ts';
import { linkTo, seatIn } from './links.ts';
import { progressOf } from './planned-rooms.ts';
import { checkProgramme } from './programme/check-programme.ts';
import { faultsOf } from './programme/faults.ts';
import { pictureOf } from './programme/picture.ts';
import { type PlannedSalon, planSalon } from './programme/plan-salon.ts';

/** Links end a day after the salon. */
const afterwardsMs = 86_400_000;
const roleLinks = { moderator: 'moderator', speaker: 'speaker', attendee: 'attendee', hall: 'display', seat: 'attendee', usher: 'usher' } as const satisfies Record<keyof SalonMade['links'], Role>;
const shownSalons = 200;

@Injectable()
export class SalonService {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(TOKENS) private readonly tokens: Tokens,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  /** Makes a salon of a programme, whole or not at all. Refused with every fault and its path. `origin`: see `Salon.origin`. */
  async create(written: unknown, origin: string | null = null): Promise<SalonMade> {
    const read = Programme.safeParse(written);
    if (!read.success) throw new Refused('contract/invalid', faultsOf(read.error.issues));
    const faults = checkProgramme(read.data);
    if (faults.length > 0) throw new Refused('contract/invalid', faults);
    const plan = planSalon(read.data, { newId: randomUUID, at: Date.now() }, origin);
    const { general, personal } = invitationsFor(plan);
    await this.keepPictures(read.data);
    await this.database.transaction(async (manager) => {
      await insertPlan(manager, plan);
      await manager.insert(InvitationEntity, [...Object.values(general), ...personal.map(({ invitation }) => invitation)]);
    });
    return {
      salonId: plan.salon.salonId,
      rooms: plan.rooms.map(({ id, row }) => ({ id, roomId: row.roomId })),
      links: await this.links(general),
      people: await Promise.all(personal.map(async ({ id, row, invitation }) => ({
        id, participantId: row.participantId, url: await linkTo(invitation, this.configuration, this.tokens),
      }))),
    };
  }

  /** Before the rows that name them; named by content, so that one which is kept in vain does no harm. */
  private async keepPictures({ rooms }: Programme): Promise<void> {
    const uris = rooms.flatMap(({ awards }) => awards.flatMap(({ nominees }) => nominees.flatMap(({ picture }) => picture ?? [])));
    for (const { name, content } of uris.map(pictureOf)) await this.storage.write(fileId('pictures', name), content);
  }

  /** Salons that are listed, the latest first. */
  async list(): Promise<SalonCard[]> {
    const salons = await this.database.getRepository(SalonEntity).find({ where: { listed: true }, order: { startsAt: 'DESC' }, take: shownSalons });
    const rooms = await progressOf(this.database, salons.map(({ salonId }) => salonId));
    const at = Date.now();
    return salons.map((salon) => cardOf(salon, rooms.filter(({ salonId }) => salonId === salon.salonId), at));
  }

  async booklet(salonId: SalonId): Promise<Booklet> {
    const salon = await this.find(salonId);
    const [people, rooms, progress] = await Promise.all([
      this.database.getRepository(ParticipantEntity).find({ where: { salonId, position: Not(IsNull()) }, order: { position: 'ASC' } }),
      this.database.getRepository(PlannedRoomEntity).find({ where: { salonId }, order: { position: 'ASC' } }),
      progressOf(this.database, [salonId]),
    ]);
    return {
      ...cardOf(salon, progress, Date.now()),
      summary: salon.summary,
      people: people.map(personOf),
      rooms: rooms.map((room) => roomOf(room, progress.find(({ roomId }) => roomId === room.roomId))),
    };
  }

  async find(salonId: SalonId): Promise<Salon> {
    const salon = await this.database.getRepository(SalonEntity).findOneBy({ salonId });
    if (!salon) throw new Refused('door/not-found');
    return salon;
  }

  /**
   * Fresh links for the salon of this origin. Null when there is none, or none that is not over: then the origin is free again.
   */
  async renewLinks(origin: string): Promise<{ salonId: SalonId; links: SalonMade['links'] } | null> {
    const salons = this.database.getRepository(SalonEntity);
    const salon = await salons.findOneBy({ origin });
    if (!salon) return null;
    const { salonId } = salon;
    const now = Date.now();
    if (cardOf(salon, await progressOf(this.database, [salonId]), now).state === 'past') {
      await salons.update({ salonId }, { origin: null });
      return null;
    }
    const general = generalLinks(salonId, Math.max(salon.endsAt, now) + afterwardsMs);
    await this.database.getRepository(InvitationEntity).insert(Object.values(general));
    return { salonId, links: await this.links(general) };
  }

  private async links({ moderator, speaker, attendee, hall, seat, usher }: GeneralLinks): Promise<SalonMade['links']> {
    const link = (invitation: StoredInvitation): Promise<string> => linkTo(invitation, this.configuration, this.tokens);
    return {
      moderator: await link(moderator), speaker: await link(speaker), attendee: await link(attendee), hall: await link(hall),
      seat: seatIn(await link(seat)), usher: await link(usher),
    };
  }
}

type GeneralLinks = Record<keyof SalonMade['links'], StoredInvitation>;
type Personal = { id: string; row: Participant; invitation: StoredInvitation };

function invitationsFor({ salon, people }: PlannedSalon): { general: GeneralLinks; personal: Personal[] } {
  const expiresAt = Math.max(salon.endsAt, salon.createdAt) + afterwardsMs;
  const personal = people.map(({ id, row }) => ({ id, row, invitation: { ...newLink(salon.salonId, row.role, expiresAt), participantId: row.participantId } }));
  return { general: generalLinks(salon.salonId, expiresAt), personal };
}

const generalLinks = (salonId: SalonId, expiresAt: number): GeneralLinks => ({
  moderator: newLink(salonId, roleLinks.moderator, expiresAt), speaker: newLink(salonId, roleLinks.speaker, expiresAt),
  attendee: newLink(salonId, roleLinks.attendee, expiresAt), hall: newLink(salonId, roleLinks.hall, expiresAt),
  seat: newLink(salonId, roleLinks.seat, expiresAt), usher: newLink(salonId, roleLinks.usher, expiresAt),
});

const newLink = (salonId: SalonId, role: Role, expiresAt: number): StoredInvitation => ({
  invitationId: randomUUID(), salonId, role, participantId: null, expiresAt, revokedAt: null, createdBy: null, createdAt: Date.now(),
});

async function insertPlan(manager: EntityManager, { salon, organisations, people, rooms }: PlannedSalon): Promise<void> {
  await manager.insert(SalonEntity, salon);
  if (organisations.length > 0) await manager.insert(OrganisationEntity, organisations);
  if (people.length > 0) await manager.insert(ParticipantEntity, people.map(({ row }) => row));
  await manager.insert(PlannedRoomEntity, rooms.map(({ row }) => row));
}
