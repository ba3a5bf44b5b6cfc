import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files to take away: what was ordered, and what came of it. What a later one supersedes stays as a row, so that no number is used twice. */
export class Export1797000000000 implements MigrationInterface {
  readonly name = 'Export1797000000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table room_export (
        room_id uuid not null references room on delete cascade, number int not null check (number > 0), what text not null, format text not null, language text not null,
        up_to int not null, edition int not null, ordered_by uuid, at timestamptz not null,
        file_id text, bytes bigint, digest text, made_at timestamptz, superseded boolean not null default false, primary key (room_id, number));`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table room_export');
  }
}
