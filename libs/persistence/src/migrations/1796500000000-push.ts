import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the program of a room can be pushed to. `address`: host, application and stream key, encrypted under the installation's secret. */
export class Push1796500000000 implements MigrationInterface {
  readonly name = 'Push1796500000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table room_push (
        push_id uuid primary key, room_id uuid not null references room on delete cascade, label text not null, address bytea not null,
        made_by uuid not null, made_at timestamptz not null default now());
      create index room_push_of_room on room_push (room_id);`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table room_push');
  }
}
