import type { GlossaryTerm, ParticipantId, SalonId } from '@yaji/contracts';
import type { DataSource } from 'typeorm';
import { poolOf } from '../pool.ts';

const read = 'select terms from glossary where salon_id = $1';
const write = `
insert into glossary (salon_id, terms, set_by, set_at) values ($1, $2::jsonb, $3, now())
on conflict (salon_id) do update set terms = excluded.terms, set_by = excluded.set_by, set_at = excluded.set_at`;

/** How a salon wants names written; empty where nobody has said. */
export async function glossaryOf(source: DataSource, salonId: SalonId): Promise<GlossaryTerm[]> {
  return (await poolOf(source).query<{ terms: GlossaryTerm[] }>(read, [salonId])).rows[0]?.terms ?? [];
}

export async function setGlossary(source: DataSource, salonId: SalonId, { terms, by }: { terms: readonly GlossaryTerm[]; by: ParticipantId }): Promise<void> {
  await poolOf(source).query(write, [salonId, JSON.stringify(terms), by]);
}
