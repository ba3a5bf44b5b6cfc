import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Turns as files of their own, and in which way a recording is wanted. Both go with the room. */
export class Aftermath1796600000000 implements MigrationInterface {
  readonly name = 'Aftermath1796600000000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table clip (
        room_id uuid not null references room on delete cascade, turn int not null, order_number int not null, up_to int not null,
        file_id text not null, made_at timestamptz not null, detail jsonb not null, primary key (room_id, turn));
      create table recording_order (
        room_id uuid not null references room on delete cascade, number int not null check (number > 0), wanted jsonb not null,
        ordered_by uuid not null, at timestamptz not null, primary key (room_id, number));`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table clip, recording_order');
  }
}
