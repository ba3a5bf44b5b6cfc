import type { LocalText, OrganisationId, SalonId } from '@yaji/contracts';
import { EntitySchema } from 'typeorm';
import { json, key, orNone, uuid, words } from './columns.ts';

export type Organisation = { organisationId: OrganisationId; salonId: SalonId; name: LocalText; country: string | null };

export const OrganisationEntity = new EntitySchema<Organisation>({
  name: 'Organisation',
  tableName: 'organisation',
  columns: { organisationId: key(uuid('organisation_id')), salonId: uuid('salon_id'), name: json('name'), country: orNone(words('country')) },
});
