export { InvitationEntity, type StoredInvitation } from './invitation.entity.ts';
export { OrganisationEntity, type Organisation } from './organisation.entity.ts';
export { ParticipantEntity, type Participant } from './participant.entity.ts';
export { PlannedRoomEntity, type PlannedRoom } from './room.entity.ts';
export { SalonEntity, type Salon } from './salon.entity.ts';
