import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The keys of encoders. A person may be one of the room's log alone, so nothing says that there is a row of him. */
export class Ingest1796400000000 implements MigrationInterface {
  readonly name = 'Ingest1796400000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table ingest_key (
        ingest_id uuid primary key, room_id uuid not null references room on delete cascade, participant_id uuid not null, label text,
        made_by uuid not null, made_at timestamptz not null, expires_at timestamptz not null, used_at timestamptz, revoked_at timestamptz);
      create index ingest_key_of_room on ingest_key (room_id);`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table ingest_key');
  }
}
