import { InvitationEntity } from './invitation.entity.ts';
import { OrganisationEntity } from './organisation.entity.ts';
import { ParticipantEntity } from './participant.entity.ts';
import { PlannedRoomEntity } from './room.entity.ts';
import { SalonEntity } from './salon.entity.ts';

/** Every planning table. */
export const planningEntities = [SalonEntity, OrganisationEntity, ParticipantEntity, PlannedRoomEntity, InvitationEntity];
