import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people changed in minutes and reports, their approved editions, and who agreed to being quoted. They go with the room. */
export class Edition1796900000000 implements MigrationInterface {
  readonly name = 'Edition1796900000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table edition_draft (
        room_id uuid not null references room on delete cascade, kind text not null check (kind in ('minutes', 'report')), revision int not null, detail jsonb not null,
        primary key (room_id, kind));
      create table edition_change (
        room_id uuid not null references room on delete cascade, kind text not null, revision int not null, change jsonb not null, by_id uuid not null, at timestamptz not null,
        primary key (room_id, kind, revision));
      create table edition (
        room_id uuid not null references room on delete cascade, kind text not null check (kind in ('minutes', 'report')), version int not null check (version > 0),
        up_to int not null, digest text not null, approved_by uuid not null, approved_at timestamptz not null, amendment jsonb, detail jsonb not null,
        primary key (room_id, kind, version));
      create table quote_answer (
        room_id uuid not null references room on delete cascade, participant_id uuid not null, words_digest text not null, words text not null, agreed boolean not null, at timestamptz not null,
        primary key (room_id, participant_id, words_digest));`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table quote_answer, edition, edition_change, edition_draft');
  }
}
