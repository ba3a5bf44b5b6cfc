import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was said in a room, line by line. It goes with the room. */
export class Transcript1796300000000 implements MigrationInterface {
  readonly name = 'Transcript1796300000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table transcript_line (
        room_id uuid not null references room on delete cascade, line_id uuid not null, turn int, participant_id uuid, language text not null,
        from_at timestamptz not null, to_at timestamptz not null, text text not null,
        primary key (room_id, line_id), check (to_at >= from_at));
      create index transcript_line_in_order on transcript_line (room_id, from_at);`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table transcript_line');
  }
}
