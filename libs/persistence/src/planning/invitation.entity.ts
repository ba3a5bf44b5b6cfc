import type { ParticipantId, Role, SalonId } from '@yaji/contracts';
import { EntitySchema } from 'typeorm';
import { instant, key, orNone, uuid, words } from './columns.ts';

/** A link that lets somebody in: made out to a person, or to whoever has it, with a role. */
export type StoredInvitation = {
  invitationId: string;
  salonId: SalonId;
  role: Role;
  participantId: ParticipantId | null;
  expiresAt: number;
  revokedAt: number | null;
  /** Null: made by the operator. */
  createdBy: ParticipantId | null;
  createdAt: number;
};

export const InvitationEntity = new EntitySchema<StoredInvitation>({
  name: 'Invitation',
  tableName: 'invitation',
  columns: {
    invitationId: key(uuid('invitation_id')),
    salonId: uuid('salon_id'),
    role: words('role'),
    participantId: orNone(uuid('participant_id')),
    expiresAt: instant('expires_at'),
    revokedAt: orNone(instant('revoked_at')),
    createdBy: orNone(uuid('created_by')),
    createdAt: instant('created_at'),
  },
});
