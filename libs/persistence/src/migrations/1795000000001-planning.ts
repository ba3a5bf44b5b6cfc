import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is planned before the talk and published after it. Everything of a salon goes with the salon. */
export class Planning1795000000001 implements MigrationInterface {
  readonly name = 'Planning1795000000001';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table salon (
        salon_id uuid primary key, title jsonb not null, summary jsonb, host jsonb,
        starts_at timestamptz not null, ends_at timestamptz not null, doors_open_at timestamptz not null,
        time_zone text not null, languages text[] not null, accent text, listed boolean not null,
        origin text unique, created_at timestamptz not null);
      create table organisation (
        organisation_id uuid primary key, salon_id uuid not null references salon on delete cascade, name jsonb not null, country text);
      create index organisation_of_salon on organisation (salon_id);
      create table participant (
        participant_id uuid primary key, salon_id uuid not null references salon on delete cascade, position int,
        name jsonb not null, role text not null, organisation_id uuid references organisation, organisation jsonb,
        country text, languages text[] not null, created_at timestamptz not null);
      create index participant_of_salon on participant (salon_id);
      create table room (
        room_id uuid primary key, salon_id uuid not null references salon on delete cascade, position int not null,
        title jsonb not null, rules jsonb not null, agenda jsonb not null);
      create index room_of_salon on room (salon_id);
      create table invitation (
        invitation_id uuid primary key, salon_id uuid not null references salon on delete cascade, role text not null,
        participant_id uuid references participant, expires_at timestamptz not null, revoked_at timestamptz,
        created_by uuid, created_at timestamptz not null);
      create index invitation_of_salon on invitation (salon_id);
      create table publication (
        room_id uuid not null references room on delete cascade, kind text not null, up_to int not null, file_id text not null,
        detail jsonb not null, made_at timestamptz not null, primary key (room_id, kind));`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table publication, invitation, room, participant, organisation, salon');
  }
}
