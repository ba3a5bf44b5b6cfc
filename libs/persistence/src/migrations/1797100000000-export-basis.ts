import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a file to take away was made of beside the log; null: it was made before anybody noted that. */
export class ExportBasis1797100000000 implements MigrationInterface {
  readonly name = 'ExportBasis1797100000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query('alter table room_export add column basis text');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('alter table room_export drop column basis');
  }
}
