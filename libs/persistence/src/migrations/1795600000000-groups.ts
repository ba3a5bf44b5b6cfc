import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People may be counted in named groups, whatever organisation they belong to. */
export class Groups1795600000000 implements MigrationInterface {
  readonly name = 'Groups1795600000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query('alter table participant add column group_key text');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('alter table participant drop column group_key');
  }
}
