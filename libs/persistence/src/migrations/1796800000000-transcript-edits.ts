import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What hands changed in a transcript, and the names that a salon wants written rightly. The first goes with the room, the other with the salon. */
export class TranscriptEdits1796800000000 implements MigrationInterface {
  readonly name = 'TranscriptEdits1796800000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table transcript_edit (
        edit_id uuid primary key default gen_random_uuid(), room_id uuid not null references room on delete cascade, line_id uuid not null,
        by_id uuid not null, at timestamptz not null, text_before text not null, text_after text not null);
      create index transcript_edit_of_line on transcript_edit (room_id, line_id, at);
      create table glossary (salon_id uuid primary key references salon on delete cascade, terms jsonb not null, set_by uuid not null, set_at timestamptz not null);`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table transcript_edit, glossary');
  }
}
