import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lines that come while they are said: from where, from whose page, with the times of their words; and since when a hand was at them. */
export class Captions1796700000000 implements MigrationInterface {
  readonly name = 'Captions1796700000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table transcript_line
        add source text not null default 'brought' check (source in ('brought', 'browser', 'typist', 'engine', 'service')),
        add said_by uuid, add words jsonb, add edited_at timestamptz;`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('alter table transcript_line drop source, drop said_by, drop words, drop edited_at');
  }
}
