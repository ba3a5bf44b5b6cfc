import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Polls that the programme has ready. */
export class Polls1796000000000 implements MigrationInterface {
  readonly name = 'Polls1796000000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query("alter table room add column polls jsonb not null default '[]'");
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('alter table room drop column polls');
  }
}
