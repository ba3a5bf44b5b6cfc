import type { Language, LocalText, OrganisationId, ParticipantId, Role, SalonId } from '@yaji/contracts';
import { EntitySchema } from 'typeorm';
import { instant, integer, json, key, orNone, uuid, wordList, words } from './columns.ts';

/** A person of a salon: from the programme, or a guest who gave a name. The live room copies what it needs. */
export type Participant = {
  participantId: ParticipantId;
  salonId: SalonId;
  /** Place in the programme's list of people; null for guests. */
  position: number | null;
  name: LocalText;
  role: Role;
  organisationId: OrganisationId | null;
  /** What the name plate says; for guests in their own words. */
  organisation: LocalText | null;
  /** Whom the programme counts them with; null: nobody. */
  group: string | null;
  country: string | null;
  languages: Language[];
  createdAt: number;
};

export const ParticipantEntity = new EntitySchema<Participant>({
  name: 'Participant',
  tableName: 'participant',
  columns: {
    participantId: key(uuid('participant_id')),
    salonId: uuid('salon_id'),
    position: orNone(integer('position')),
    name: json('name'),
    role: words('role'),
    organisationId: orNone(uuid('organisation_id')),
    organisation: orNone(json('organisation')),
    group: orNone(words('group_key')),
    country: orNone(words('country')),
    languages: wordList('languages'),
    createdAt: instant('created_at'),
  },
});
